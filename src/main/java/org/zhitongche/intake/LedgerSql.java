package org.zhitongche.intake;

/** Both sides of each equation, counted by door where they stand. */
enum LedgerSql {

    /** Each arrival has one of the outcomes; the left side is the whole table. */
    OUTCOMES("select door, count(*) from arrival group by door", """
            select door, count(*) from arrival
            where outcome in ('CREATED', 'APPENDED', 'DUPLICATE', 'SUPPRESSED', 'QUARANTINED', 'REFUSED') group by door"""),

    /** A piece came in by no door: what was split says how many there are. */
    CREATED_APPEALS(LedgerSql.CREATED_AND_PIECES, "select door, count(*) from appeal group by door"),

    CREATED_EVENTS(LedgerSql.CREATED_AND_PIECES, """
            select convert_from(body, 'UTF8')::json -> 'data' ->> 'door' as door, count(*) from appeal_event
            where seq = 1 and type = 'Submitted' group by 1"""),

    /** The two know of each other: the arrival its appeal, the appeal's first event its arrival. */
    CREATED_PAIRS(LedgerSql.CREATED, """
            select a.door, count(*) from arrival a join appeal_event e on e.appeal_id = a.appeal_id and e.seq = 1
            where a.outcome = 'CREATED' and convert_from(e.body, 'UTF8')::json -> 'data' ->> 'arrival' = a.id::text group by a.door"""),

    /** A key that the client gave is kept for ever; one made from the content lapses. */
    CREATED_KEYS("select door, count(*) from arrival where outcome = 'CREATED' and key like 'client:%' group by door", """
            select k.door, count(*) from submission_key k join arrival a on a.id = k.arrival_id and a.appeal_id = k.appeal_id
            where k.key like 'client:%' and a.outcome = 'CREATED' group by k.door"""),

    KEYS("select door, count(*) from submission_key group by door", """
            select k.door, count(*) from submission_key k
            join arrival a on a.id = k.arrival_id and a.appeal_id = k.appeal_id and a.door = k.door
            where a.outcome = 'CREATED' group by k.door"""),

    DUPLICATES("select door, count(*) from arrival where outcome = 'DUPLICATE' group by door", """
            select a.door, count(*) from arrival a join appeal p on p.id = a.appeal_id where a.outcome = 'DUPLICATE' group by a.door"""),

    /** What was appended left an event by that door, a supplement, a reply or a rating, not before it arrived. */
    APPENDED("select door, count(*) from arrival where outcome = 'APPENDED' group by door", """
            select a.door, count(*) from arrival a
            where a.outcome = 'APPENDED' and exists (
                select 1 from appeal_event e where e.appeal_id = a.appeal_id and e.at >= a.received_at
                and convert_from(e.body, 'UTF8')::json ->> 'door' = a.door) group by a.door"""),

    /** A replay's last word is the outcome; what a person settled without one stays quarantined. */
    REPLAYS("select a.door, count(distinct a.id) from arrival a join arrival_replay r on r.arrival_id = a.id group by a.door", """
            select a.door, count(*) from arrival a
            join lateral (select r.became from arrival_replay r where r.arrival_id = a.id order by r.at desc limit 1) l
                on l.became = a.outcome or l.became = 'SETTLED' and a.outcome = 'QUARANTINED' and a.settled_at is not null
            group by a.door""");

    private static final String CREATED = "select door, count(*) from arrival where outcome = 'CREATED' group by door";

    private static final String CREATED_AND_PIECES = """
            select door, sum(n)::bigint from (
                select door, count(*) as n from arrival where outcome = 'CREATED' group by door
                union all
                select a.door, sum(json_array_length(convert_from(e.body, 'UTF8')::json -> 'data' -> 'pieces'))
                from appeal a join appeal_event e on e.appeal_id = a.id and e.type = 'Split' where a.state = 'SPLIT' group by a.door) made
            group by door""";

    final String left;
    final String right;

    LedgerSql(String left, String right) {
        this.left = left;
        this.right = right;
    }

    /** As in the words. */
    String key() {
        return name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    }
}
