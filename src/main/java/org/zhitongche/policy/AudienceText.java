package org.zhitongche.policy;

import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.words.Words;

/** An audience as a sentence, and why one firm is meant: the parts that held, with what is known about the firm. */
final class AudienceText {
    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

    private final Codes codes;
    private final Words words;

    AudienceText(Codes codes, Words words) {
        this.codes = codes;
        this.words = words;
    }

    String sentence(Audience audience) {
        if (audience.parts().isEmpty()) {
            return words.get("audience.everyone");
        }
        return sentence(audience, false);
    }

    private String sentence(Audience audience, boolean inside) {
        if (audience instanceof Audience.All all) {
            return joined(all.of(), words.get("audience.and"), inside);
        }
        if (audience instanceof Audience.Any any) {
            return joined(any.of(), words.get("audience.or"), inside);
        }
        return audience instanceof Audience.Not not ? words.get("audience.not", sentence(not.of(), false)) : part((Audience.Part) audience);
    }

    private String joined(List<Audience> of, String with, boolean inside) {
        if (of.isEmpty()) {
            return words.get("audience.everyone");
        }
        String text = of.stream().map(each -> sentence(each, of.size() > 1)).collect(Collectors.joining(with));
        return inside && of.size() > 1 ? words.get("audience.group", text) : text;
    }

    String part(Audience.Part part) {
        String key = "audience." + part.field().key();
        if (part instanceof Audience.OneOf one) {
            return words.get(key, one.values().stream().map(value -> named(part.field(), value))
                    .collect(Collectors.joining(words.get("audience.list"))));
        }
        if (part instanceof Audience.Amount amount) {
            return between(key, shown(part.field(), amount.from()), shown(part.field(), amount.to()));
        }
        return part instanceof Audience.Days days ? between(key, days.from(), days.to()) : words.get(key);
    }

    private String between(String key, Object from, Object to) {
        if (from != null && to != null) {
            return words.get(key + ".between", from, to);
        }
        return from == null ? words.get(key + ".to", to) : words.get(key + ".from", from);
    }

    /** @param holds which parts held; @param firm as it is known now, may be null */
    List<String> why(Audience audience, Predicate<Audience.Part> holds, Enterprise firm) {
        List<String> reasons = reasons(audience, holds, firm).distinct().toList();
        return reasons.isEmpty() ? List.of(words.get("audience.why.everyone")) : reasons;
    }

    List<String> becauseItGotItBefore() {
        return List.of(words.get("audience.why.corrects"));
    }

    private Stream<String> reasons(Audience audience, Predicate<Audience.Part> holds, Enterprise firm) {
        if (audience instanceof Audience.All all) {
            return all.of().stream().flatMap(each -> reasons(each, holds, firm));
        }
        if (audience instanceof Audience.Any any) {
            return any.of().stream().filter(each -> each.fits(holds)).flatMap(each -> reasons(each, holds, firm));
        }
        if (audience instanceof Audience.Not not) {
            return Stream.of(words.get("audience.not", sentence(not.of(), false)));
        }
        Audience.Part part = (Audience.Part) audience;
        String own = own(part.field(), firm);
        return Stream.of(own == null ? part(part) : words.get("audience.why.own", part(part), own));
    }

    private String own(Field field, Enterprise firm) {
        Object fact = firm == null || field.kind() == Field.Kind.MARK ? null : field.of(firm);
        if (fact instanceof Collection<?> many) {
            return many.isEmpty() ? null : many.stream().map(String::valueOf).collect(Collectors.joining(words.get("audience.list")));
        }
        if (fact instanceof BigDecimal number) {
            return words.get("audience.own." + field.key(), shown(field, number));
        }
        return fact == null ? null : named(field, fact.toString());
    }

    private String named(Field field, String value) {
        return switch (field.kind()) {
            case CODES -> codes.name(field, value);
            case CHOICES -> words.get("enterprise-size." + value);
            default -> value;
        };
    }

    private static String shown(Field field, BigDecimal number) {
        if (number == null) {
            return null;
        }
        BigDecimal shown = field == Field.RD_SHARE ? number.multiply(HUNDRED) : number;
        return shown.stripTrailingZeros().toPlainString();
    }
}
