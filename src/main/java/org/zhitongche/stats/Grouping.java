package org.zhitongche.stats;

import java.util.Locale;

/**
 * By what figures are split. An appeal belongs to its lead department as of the cut-off, a department's own
 * assignments to that department: whoever answered late is not made to answer for whoever signed late.
 */
public enum Grouping {
    OVERALL("''", "''", "", "null", "1"),
    DEPARTMENT("s.lead", "p.department", "left join department x on x.code = k.key left join region o on o.code = x.region",
            "x.name", "o.sort, x.sort"),
    CATEGORY("s.category", "s.category", "left join category x on x.code = k.key", "x.name", "x.sort"),
    /** Exactly the region that the matter lies in. */
    REGION("s.region", "s.region", "left join region x on x.code = k.key", "x.name", "x.sort"),
    /** A county's matters count for its city. */
    CITY(Grouping.CITY_OF_REGION, Grouping.CITY_OF_REGION, "left join region x on x.code = k.key", "x.name", "x.sort"),
    TYPE("s.type", "s.type", "", "null", "array_position(array['INQUIRY', 'ASSISTANCE', 'COMPLAINT', 'REPORT', 'SUGGESTION'], k.key)"),
    DOOR("s.door", "s.door", "", "null", "array_position(array['MAIL', 'QUEUE', 'WEB', 'API', 'STAFF'], k.key)"),
    /** The level of the department that leads, or that the assignment is. */
    LEVEL("(select d.level from department d where d.code = s.lead)", "(select d.level from department d where d.code = p.department)",
            "", "null", "array_position(array['PROVINCE', 'CITY', 'COUNTY'], k.key)");

    private static final String CITY_OF_REGION =
            "coalesce((select c.parent from region c where c.code = s.region and c.level = 'COUNTY'), s.region)";

    /** The group of an appeal's span {@code s}; none is the group ''. */
    final String ofAppeal;
    /** The group of an assignment's span {@code p} with its appeal's {@code s}. */
    final String ofAssignment;
    /** Where the group {@code k} gets its name and its place in the official order from. */
    final String names;
    final String name;
    final String order;

    Grouping(String ofAppeal, String ofAssignment, String names, String name, String order) {
        this.ofAppeal = "coalesce(" + ofAppeal + ", '')";
        this.ofAssignment = "coalesce(" + ofAssignment + ", '')";
        this.names = names;
        this.name = name;
        this.order = order;
    }

    /** As it stands in addresses and on the command line. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }
}
