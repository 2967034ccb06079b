package org.zhitongche.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.stream.IntStream;
import org.zhitongche.directory.Enterprise;

/** Whether one firm is meant, asked of its profile: the same answer as the SQL gives. */
final class AudienceCheck {
    private final Codes codes;

    AudienceCheck(Codes codes) {
        this.codes = codes;
    }

    boolean holds(Audience.Part part, Enterprise firm) {
        Object fact = part.field().of(firm);
        if (fact == null) {
            return false;
        }
        if (part instanceof Audience.OneOf one) {
            return oneOf(one, fact);
        }
        if (part instanceof Audience.Amount amount) {
            return between((BigDecimal) fact, amount.from(), amount.to());
        }
        return part instanceof Audience.Days days ? between((LocalDate) fact, days.from(), days.to()) : (Boolean) fact;
    }

    private boolean oneOf(Audience.OneOf one, Object fact) {
        return switch (one.field()) {
            case REGION -> one.values().stream().flatMap(codes::within).anyMatch(fact::equals);
            case INDUSTRY -> one.values().stream().flatMap(code -> codes.beginnings(code).stream()).anyMatch(fact.toString()::startsWith);
            case TAG -> ((Collection<?>) fact).stream().anyMatch(one.values()::contains);
            default -> one.values().contains(fact.toString());
        };
    }

    private static <T> boolean between(Comparable<? super T> fact, T from, T to) {
        return (from == null || fact.compareTo(from) >= 0) && (to == null || fact.compareTo(to) <= 0);
    }

    /** The places of the parts that hold, as the SQL numbers them. */
    List<Integer> held(Audience audience, Enterprise firm) {
        List<Audience.Part> parts = audience.parts();
        return IntStream.range(0, parts.size()).filter(i -> holds(parts.get(i), firm)).boxed().toList();
    }
}
