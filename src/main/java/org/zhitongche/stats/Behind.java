package org.zhitongche.stats;

import java.util.Optional;

/** The number whose cases are opened. */
public sealed interface Behind {

    /** As it stands in addresses. */
    String key();

    /** Whose part of it; null for the whole. */
    default String holder() {
        return null;
    }

    /** One side of a figure; its cases stand newest first. */
    record Side(Measure measure, Part part) implements Behind {
        @Override
        public String key() {
            return "side";
        }
    }

    /** 企业等待时长 of what is completed, the longest first. */
    record Wait(Lasting by, String holder) implements Behind {
        @Override
        public String key() {
            return by == Lasting.ELAPSED ? "waiting" : "office";
        }
    }

    /** 超期天数归属, the longest first. @param holder who had them meanwhile; null for all */
    record Lateness(String holder) implements Behind {
        @Override
        public String key() {
            return "late";
        }
    }

    /** How a length of time is measured. */
    enum Lasting {
        ELAPSED, OFFICE
    }

    /** Of a number of times; a holder alone asks for what was late. Else none. */
    static Optional<Behind> find(String key, String holder) {
        return switch (key) {
            case "waiting" -> Optional.of(new Wait(Lasting.ELAPSED, holder));
            case "office" -> Optional.of(new Wait(Lasting.OFFICE, holder));
            case "late" -> Optional.of(new Lateness(holder));
            default -> Optional.ofNullable(holder).map(Lateness::new);
        };
    }
}
