package org.zhitongche.policy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * For whom a policy is: a condition over a firm's profile, joined with and, or, not. A part holds only where the fact is
 * known, so there are two truth values and no third.
 */
public sealed interface Audience {

    Audience EVERYONE = new All(List.of());

    record All(List<Audience> of) implements Audience {
        public All {
            of = List.copyOf(of);
        }
    }

    record Any(List<Audience> of) implements Audience {
        public Any {
            of = List.copyOf(of);
        }
    }

    record Not(Audience of) implements Audience {}

    /** One thing asked about a firm. */
    sealed interface Part extends Audience {
        Field field();
    }

    /** Any of the values; a region or an industry with all below it. */
    record OneOf(Field field, List<String> values) implements Part {
        public OneOf {
            values = List.copyOf(values);
        }
    }

    /** Both ends belong to it; an open end is null. */
    record Amount(Field field, BigDecimal from, BigDecimal to) implements Part {}

    /** Both days belong to it; an open end is null. */
    record Days(Field field, LocalDate from, LocalDate to) implements Part {}

    /** A mark that a firm has or has not. */
    record Marked(Field field) implements Part {}

    /** Its parts in the order in which they are written; their places are what a delivery remembers. */
    default List<Part> parts() {
        return leaves(this).toList();
    }

    default boolean fits(Predicate<Part> holds) {
        if (this instanceof All all) {
            return all.of().stream().allMatch(each -> each.fits(holds));
        }
        if (this instanceof Any any) {
            return any.of().stream().anyMatch(each -> each.fits(holds));
        }
        return this instanceof Not not ? !not.of().fits(holds) : holds.test((Part) this);
    }

    private static Stream<Part> leaves(Audience audience) {
        if (audience instanceof All all) {
            return all.of().stream().flatMap(Audience::leaves);
        }
        if (audience instanceof Any any) {
            return any.of().stream().flatMap(Audience::leaves);
        }
        return audience instanceof Not not ? leaves(not.of()) : Stream.of((Part) audience);
    }
}
