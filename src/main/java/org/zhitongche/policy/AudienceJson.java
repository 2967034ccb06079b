package org.zhitongche.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.directory.Enterprise;

/**
 * An audience as JSON: {@code {"all": […]}}, {@code {"any": […]}}, {@code {"not": …}}, and parts such as
 * {@code {"field": "region", "in": ["350200"]}}, {@code {"field": "staff", "from": 10, "to": 300}} or
 * {@code {"field": "whiteListed"}}. What it cannot mean is refused, naming the field.
 */
final class AudienceJson {
    private static final int DEEPEST = 6;
    private static final int MOST_PARTS = 60;
    private static final int MOST_VALUES = 200;
    private static final int LONGEST = 60;
    private static final BigDecimal LARGEST = new BigDecimal("1e12");

    private final Codes codes;

    private final boolean strict;

    /** @param strict refuses codes that are not known; what was stored is read even when a code has gone since */
    AudienceJson(Codes codes, boolean strict) {
        this.codes = codes;
        this.strict = strict;
    }

    Audience read(String json) {
        try {
            return read(EventCodec.JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new Refusal("audience.shape", "JSON");
        }
    }

    Audience read(JsonNode json) {
        Audience audience = read(json, DEEPEST);
        if (audience.parts().size() > MOST_PARTS) {
            throw new Refusal("audience.too-large", MOST_PARTS);
        }
        return audience;
    }

    private Audience read(JsonNode json, int deeper) {
        if (json == null || !json.isObject() || json.isEmpty()) {
            throw new Refusal("audience.shape", json == null ? "" : shortened(json.toString()));
        }
        if (deeper == 0) {
            throw new Refusal("audience.too-deep", DEEPEST);
        }
        if (json.has("field")) {
            return part(json);
        }
        String joint = only(json, Set.of("all", "any", "not"));
        if (joint.equals("not")) {
            return new Audience.Not(read(json.get(joint), deeper - 1));
        }
        List<Audience> of = list(json.get(joint), joint).map(each -> read(each, deeper - 1)).toList();
        if (joint.equals("any") && of.isEmpty()) {
            throw new Refusal("audience.shape", "any");
        }
        return joint.equals("all") ? new Audience.All(of) : new Audience.Any(of);
    }

    private Audience part(JsonNode json) {
        String key = json.get("field").asText();
        Field field = Field.find(key).orElseThrow(() -> new Refusal("audience.field", shortened(key)));
        return switch (field.kind()) {
            case CODES, CHOICES, WORDS -> {
                keys(json, Set.of("field", "in"));
                yield oneOf(field, list(json.get("in"), field.key()).map(JsonNode::asText).toList());
            }
            case MARK -> {
                keys(json, Set.of("field"));
                yield new Audience.Marked(field);
            }
            case AMOUNT -> {
                keys(json, Set.of("field", "from", "to"));
                yield amount(field, end(json, "from", this::number, field), end(json, "to", this::number, field));
            }
            case DAY -> {
                keys(json, Set.of("field", "from", "to"));
                yield days(field, end(json, "from", this::day, field), end(json, "to", this::day, field));
            }
        };
    }

    /** Values by code or name; what is known by neither is refused. */
    Audience oneOf(Field field, List<String> written) {
        if (written.isEmpty()) {
            throw new Refusal("audience.empty", word(field));
        }
        if (written.size() > MOST_VALUES) {
            throw new Refusal("audience.too-large", MOST_VALUES);
        }
        List<String> values = new ArrayList<>();
        written.forEach(each -> values.add(value(field, each.strip())));
        return new Audience.OneOf(field, values.stream().distinct().toList());
    }

    private String value(Field field, String written) {
        boolean known = switch (field.kind()) {
            case CODES -> codes.find(field, written).isPresent();
            case CHOICES -> Stream.of(Enterprise.Size.values()).anyMatch(size -> size.name().equals(written));
            default -> !written.isEmpty() && written.length() <= LONGEST && written.chars().noneMatch(Character::isISOControl);
        };
        if (!known && strict) {
            throw new Refusal("audience.value", word(field), shortened(written));
        }
        return field.kind() == Field.Kind.CODES ? codes.find(field, written).orElse(written) : written;
    }

    Audience amount(Field field, BigDecimal from, BigDecimal to) {
        return new Audience.Amount(field, checked(field, from, to, from), checked(field, from, to, to));
    }

    Audience days(Field field, LocalDate from, LocalDate to) {
        return new Audience.Days(field, checked(field, from, to, from), checked(field, from, to, to));
    }

    private static <T extends Comparable<? super T>> T checked(Field field, T from, T to, T end) {
        if (from == null && to == null) {
            throw new Refusal("audience.empty", word(field));
        }
        if (from != null && to != null && from.compareTo(to) > 0) {
            throw new Refusal("audience.range", word(field));
        }
        return end;
    }

    BigDecimal number(Field field, String written) {
        try {
            BigDecimal number = new BigDecimal(written);
            if (number.signum() >= 0 && number.compareTo(LARGEST) <= 0 && number.scale() <= 6) {
                return number;
            }
        } catch (NumberFormatException e) {
            // said below
        }
        throw new Refusal("audience.value", word(field), shortened(written));
    }

    LocalDate day(Field field, String written) {
        try {
            LocalDate day = LocalDate.parse(written);
            if (day.getYear() >= 1900 && day.getYear() <= 2200) {
                return day;
            }
        } catch (DateTimeException e) {
            // said below
        }
        throw new Refusal("audience.value", word(field), shortened(written));
    }

    private interface Reading<T> {
        T of(Field field, String written);
    }

    private static <T> T end(JsonNode json, String name, Reading<T> reading, Field field) {
        return json.hasNonNull(name) ? reading.of(field, json.get(name).asText()) : null;
    }

    private static Stream<JsonNode> list(JsonNode json, String name) {
        if (json == null || !json.isArray()) {
            throw new Refusal("audience.shape", name);
        }
        List<JsonNode> all = new ArrayList<>();
        json.forEach(all::add);
        return all.stream();
    }

    private static String only(JsonNode json, Set<String> known) {
        keys(json, known);
        if (json.size() != 1) {
            throw new Refusal("audience.shape", shortened(json.toString()));
        }
        return json.fieldNames().next();
    }

    private static void keys(JsonNode json, Set<String> known) {
        for (Iterator<String> names = json.fieldNames(); names.hasNext();) {
            String name = names.next();
            if (!known.contains(name)) {
                throw new Refusal("audience.field", shortened(name));
            }
        }
    }

    /** Pages say it by its own word. */
    private static String word(Field field) {
        return "audience." + field.key();
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    JsonNode write(Audience audience) {
        ObjectNode json = EventCodec.JSON.createObjectNode();
        if (audience instanceof Audience.All all) {
            return json.set("all", array(all.of(), this::write));
        }
        if (audience instanceof Audience.Any any) {
            return json.set("any", array(any.of(), this::write));
        }
        return audience instanceof Audience.Not not ? json.set("not", write(not.of())) : write((Audience.Part) audience, json);
    }

    private static JsonNode write(Audience.Part part, ObjectNode json) {
        json.put("field", part.field().key());
        if (part instanceof Audience.OneOf one) {
            json.set("in", array(one.values(), json::textNode));
        } else if (part instanceof Audience.Amount amount) {
            put(json, "from", amount.from() == null ? null : json.numberNode(amount.from()));
            put(json, "to", amount.to() == null ? null : json.numberNode(amount.to()));
        } else if (part instanceof Audience.Days days) {
            put(json, "from", days.from() == null ? null : json.textNode(days.from().toString()));
            put(json, "to", days.to() == null ? null : json.textNode(days.to().toString()));
        }
        return json;
    }

    private static void put(ObjectNode json, String name, JsonNode value) {
        if (value != null) {
            json.set(name, value);
        }
    }

    private static <T> ArrayNode array(List<T> of, Function<T, JsonNode> each) {
        ArrayNode array = EventCodec.JSON.createArrayNode();
        of.forEach(one -> array.add(each.apply(one)));
        return array;
    }
}
