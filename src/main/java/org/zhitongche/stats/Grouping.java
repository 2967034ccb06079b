package org.zhitongche.stats;

import java.util.Locale;

/**
 * By what figures are split. An appeal belongs to its lead department as of the cut-off, a department's own
 * assignments to that department: whoever answered late is not made to answer for whoever signed late.
 */
public enum Grouping {
    OVERALL("", "null", "1"),
    DEPARTMENT("left join department x on x.code = k.key left join region o on o.code = x.region", "x.name", "o.sort, x.sort"),
    CATEGORY("left join category x on x.code = k.key", "x.name", "x.sort"),
    /** Exactly the region that the matter lies in. */
    REGION("left join region x on x.code = k.key", "x.name", "x.sort"),
    /** A county's matters count for its city. */
    CITY("left join region x on x.code = k.key", "x.name", "x.sort"),
    TYPE("", "null", "array_position(array['INQUIRY', 'ASSISTANCE', 'COMPLAINT', 'REPORT', 'SUGGESTION'], k.key)"),
    DOOR("", "null", "array_position(array['MAIL', 'QUEUE', 'WEB', 'API', 'STAFF'], k.key)"),
    /** The level of the department that leads, or that the assignment is. */
    LEVEL("", "null", "array_position(array['PROVINCE', 'CITY', 'COUNTY'], k.key)");

    /** Where the group {@code k} gets its name and its place in the official order from. */
    private final String names;
    private final String name;
    private final String order;

    Grouping(String names, String name, String order) {
        this.names = names;
        this.name = name;
        this.order = order;
    }

    /** As it stands in addresses and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The statement that gives groups their names, in official order; takes the {@code keys}. */
    String naming() {
        return "select k.key, " + name + " as name from unnest(cast(:keys as text[])) k(key) " + names + " order by " + order + " nulls last, k.key";
    }
}
