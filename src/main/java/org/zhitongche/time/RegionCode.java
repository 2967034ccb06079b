package org.zhitongche.time;

import java.util.List;

/** Prefixes of administrative codes: which closure covers which region. */
final class RegionCode {
    private static final int PROVINCE = 2;

    private RegionCode() {
    }

    /** The significant digits: 350100 is 3501, the whole city. */
    static String prefixOf(String code) {
        String digits = code;
        while (digits.length() > 6 && digits.endsWith("000")) {
            digits = digits.substring(0, digits.length() - 3);
        }
        while (digits.length() <= 6 && digits.length() > PROVINCE && digits.endsWith("00")) {
            digits = digits.substring(0, digits.length() - 2);
        }
        return digits;
    }

    /** Whether what is closed covers the region. A zone of its own standing is left alone by its parent city's closures. */
    static boolean covers(String closed, String region, List<String> zones) {
        return region.startsWith(closed) && zones.stream()
                .filter(region::startsWith)
                .allMatch(zone -> closed.length() <= PROVINCE || closed.length() >= zone.length());
    }
}
