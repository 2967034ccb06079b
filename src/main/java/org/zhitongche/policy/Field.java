package org.zhitongche.policy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Function;
import org.zhitongche.directory.Enterprise;

/** What an audience can ask about a firm: these and nothing else, each with its column. */
public enum Field {
    REGION("region", "e.region", Kind.CODES, Enterprise::region),
    INDUSTRY("industry", "e.industry", Kind.CODES, Enterprise::industry),
    SIZE("size", "e.size", Kind.CHOICES, firm -> firm.size() == null ? null : firm.size().name()),
    TIER("tier", "e.tier", Kind.WORDS, Enterprise::tier),
    TAG("tag", "e.tags", Kind.WORDS, Enterprise::tags),
    WHITE_LISTED("whiteListed", "e.white_listed", Kind.MARK, Enterprise::whiteListed),
    PROVINCE_DIRECT("provinceDirect", "e.province_direct", Kind.MARK, Enterprise::provinceDirect),
    REVENUE("revenueWan", "e.revenue_wan", Kind.AMOUNT, Enterprise::revenueWan),
    STAFF("staff", "e.staff", Kind.AMOUNT, firm -> firm.staff() == null ? null : BigDecimal.valueOf(firm.staff())),
    RD_SHARE("rdShare", "e.rd_share", Kind.AMOUNT, Enterprise::rdShare),
    FOUNDED("founded", "e.founded", Kind.DAY, Enterprise::founded);

    public enum Kind { CODES, CHOICES, WORDS, MARK, AMOUNT, DAY }

    private final String key;
    private final String column;
    private final Kind kind;
    private final Function<Enterprise, Object> fact;

    Field(String key, String column, Kind kind, Function<Enterprise, Object> fact) {
        this.key = key;
        this.column = column;
        this.kind = kind;
        this.fact = fact;
    }

    /** As JSON writes it. */
    public String key() {
        return key;
    }

    public Kind kind() {
        return kind;
    }

    String column() {
        return column;
    }

    /** Null where it is not known. */
    Object of(Enterprise firm) {
        return fact.apply(firm);
    }

    static Optional<Field> find(String key) {
        return Arrays.stream(values()).filter(field -> field.key.equals(key)).findFirst();
    }
}
