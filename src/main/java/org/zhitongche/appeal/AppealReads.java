package org.zhitongche.appeal;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.db.Database;
import org.zhitongche.time.Zone;

/** What pages and APIs read about appeals: a constant number of queries, each bound to what the viewer may see. */
public final class AppealReads {

    private static final String ROW = """
            select a.id, a.number, a.version, a.state, a.type, a.source, t.body as title, a.uscc, e.name as registered, said.body as contact, a.verified,
                a.may_name, a.region, a.category, a.lead, a.first_received, a.triage_due, a.dispatched_at, a.due_at, a.completed_at, a.overdue,
                a.blue_at, a.yellow_at, a.hard, a.priority, a.suspended_at is not null as suspended, a.long_list, a.long_list_until
            from appeal a
            left join appeal_content t on t.id = a.title_id
            left join enterprise e on e.uscc = a.uscc
            left join lateral (select c.body from appeal_content c
                where (e.uscc is null or not a.may_name) and c.appeal_id = a.id and c.kind = 'CONTACT' and c.body is not null limit 1) said on true
            """;

    private final Database database;

    public AppealReads(Database database) {
        this.database = database;
    }

    public OrderReads orders() {
        return new OrderReads(database);
    }

    public SearchExcerpts excerpts() {
        return new SearchExcerpts(database);
    }

    /** Where a page ended: keyset paging, so that page 1,000 costs what page 1 does. */
    public record Key(Instant at, UUID id) {}

    /** Newest first, by the beginning of a number the highest first. @param after null for the first page */
    public List<AppealRow> list(Actor viewer, AppealFilter filter, Key after, int limit) {
        List<String> conditions = new ArrayList<>(List.of(Sight.condition(viewer)));
        Map<String, Object> params = new HashMap<>(Map.of("viewer", Sight.param(viewer), "limit", limit));
        add(conditions, params, filter);
        if (filter.isByWords()) {
            return list(viewer, new AppealSearch(database, viewer, conditions, params).list(filter, after, limit));
        }
        boolean byNumber = filter.number() != null && !filter.number().isEmpty();
        if (after != null) {
            conditions.add(byNumber ? "a.number < (select last.number from appeal last where last.id = :afterId)" : "(a.first_received, a.id) < (:afterAt, :afterId)");
            params.put("afterAt", utc(after.at()));
            params.put("afterId", after.id());
        }
        // In the order of the index that finds them: else all that begin so are read, or all that there are.
        return database.sql().sql(ROW + " where " + String.join(" and ", conditions)
                + " order by " + (byNumber ? "a.number desc" : "a.first_received desc, a.id desc") + " limit :limit")
                .params(params).query((row, n) -> row(viewer, row)).list();
    }

    private static void add(List<String> conditions, Map<String, Object> params, AppealFilter f) {
        is(conditions, params, "a.number like :number || '%'", "number", f.number());
        is(conditions, params, "a.state = :state", "state", f.state() == null ? null : f.state().name());
        is(conditions, params, "a.category = :category", "category", f.category());
        is(conditions, params, "a.first_received >= :from", "from", utc(f.from()));
        is(conditions, params, "a.first_received < :to", "to", utc(f.to()));
        if (Boolean.TRUE.equals(f.triage())) {
            conditions.add("a.triage_due is not null");
        }
    }

    private static void is(List<String> conditions, Map<String, Object> params, String condition, String name, Object value) {
        if (value != null && !value.equals("")) {
            conditions.add(condition);
            params.put(name, value);
        }
    }

    /** What waits for a person of the centre. @param doubts why, keys of the words @param ruling it is a sending-back that waits */
    public record TriageRow(AppealRow appeal, Instant since, List<String> doubts, boolean ruling) {}

    /** Those before which a person stands that were never dispatched, soonest due first. */
    public List<UUID> listInTriage(int limit) {
        return database.sql().sql("select id from appeal where triage_due is not null and state = 'TRIAGE' order by triage_due, first_received, id limit ?")
                .param(limit).query(UUID.class).list();
    }

    /** Soonest due first: the centre's desk. */
    public List<TriageRow> listTriage(Key after, int limit) {
        String paging = after == null ? "" : " and (a.triage_due, a.id) > (:afterDue, :afterId)";
        var query = database.sql().sql(ROW.replace("select a.id,", "select v.body, v.hash, a.id,") + """
                 cross join lateral (select body, hash from appeal_event where appeal_id = a.id and type in ('Triaged', 'SentBack')
                    order by seq desc limit 1) v
                where a.triage_due is not null""" + paging + " order by a.triage_due, a.id limit :limit").param("limit", limit);
        if (after != null) {
            query = query.param("afterDue", utc(after.at())).param("afterId", after.id());
        }
        return query.query((row, n) -> triage(row)).list();
    }

    private static TriageRow triage(ResultSet row) throws SQLException {
        StoredEvent asked = EventCodec.read(row.getBytes("body"), row.getBytes("hash"));
        List<String> doubts = asked.event() instanceof Event.Triaged triaged ? triaged.doubts() : List.of();
        return new TriageRow(row(Actor.SYSTEM, row), asked.at(), doubts, asked.event() instanceof Event.SentBack);
    }

    /** What the centre owes a decision on, besides triage and sendings-back. @param department whose act waits for it, null for none */
    public record CentreDuty(AppealRow appeal, UUID subject, Duty duty, String department, Instant since, Instant due) {}

    /** Soonest due first, at most this many. */
    public List<CentreDuty> listCentreDuties(int limit) {
        return database.sql().sql(ROW.replace("select a.id,", "select d.subject, d.duty, d.department as of_unit, d.since, d.due_at as owed_by, a.id,") + """
                 join centre_duty d on d.appeal_id = a.id where d.duty <> 'TRIAGE'
                order by d.due_at, d.subject limit :limit""").param("limit", limit)
                .query((row, n) -> new CentreDuty(row(Actor.SYSTEM, row), row.getObject("subject", UUID.class), Duty.valueOf(row.getString("duty")),
                        row.getString("of_unit"), instant(row, "since"), instant(row, "owed_by"))).list();
    }

    /** How much a department owes, as its desk tells it. @param done answered since the year began, so that it costs no more with every year */
    public record DeskCount(int unacknowledged, int open, int overdue, int sentBack, int done) {}

    public DeskCount countDesk(Actor department, Instant now) {
        // What was done is much: counted in the index, less what is not seen, of which there is little.
        return database.sql().sql("""
                select count(*) filter (where x.state = 'DISPATCHED') as unacknowledged,
                    count(*) filter (where x.state in ('DISPATCHED', 'ACKNOWLEDGED')) as open,
                    count(*) filter (where x.state in ('DISPATCHED', 'ACKNOWLEDGED') and x.due_at < :now) as overdue,
                    count(*) filter (where x.state = 'SENT_BACK') as sent_back,
                    (select count(*) from assignment d where d.department = :viewer and d.state = 'COMPLETED' and d.completed_at >= :year)
                    - (select count(*) from assignment d join appeal a on a.id = d.appeal_id
                        where d.department = :viewer and d.state = 'COMPLETED' and d.completed_at >= :year and a.id in (
                            select r.appeal_id from recusal r where r.department = :viewer union select p.appeal_id from recused_person p
                            union select s.id from appeal s where s.state = 'SPLIT' or s.bundle is not null)
                        and not""" + " " + Sight.condition(department) + """
                    ) as done
                from assignment x join appeal a on a.id = x.appeal_id
                where x.department = :viewer and x.state in ('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK') and """ + " " + Sight.condition(department))
                .param("viewer", Sight.param(department)).param("now", utc(now))
                .param("year", utc(Zone.startOf(Zone.dateOf(now).withDayOfYear(1))))
                .query((row, n) -> new DeskCount(row.getInt("unacknowledged"), row.getInt("open"), row.getInt("overdue"),
                        row.getInt("sent_back"), row.getInt("done"))).single();
    }

    /** One of a firm's appeals. @param likeness how much of the words looked for it has, 0 to 1 */
    public record FirmCase(AppealRow appeal, double likeness) {}

    /** The firm's latest appeals: the open ones and the likest first. @param words of the matter they are compared with */
    public List<FirmCase> listOfFirm(Actor viewer, String uscc, String words, UUID except, int limit) {
        String[] wanted = SearchWords.pairs(words == null ? "" : words).toArray(String[]::new);
        return database.sql().sql("with own as (" + ROW + """
                 where a.uscc = :uscc and (cast(:except as uuid) is null or a.id <> :except) and """ + " " + Sight.condition(viewer) + """
                 order by a.first_received desc limit 100)
                select own.*, (select count(*) from unnest(tsvector_to_array(w.words)) has where has = any (:wanted)) as common
                from own left join appeal_search w on w.appeal_id = own.id
                order by own.state in ('TRIAGE', 'HANDLING') desc, common desc nulls last, own.first_received desc limit :limit""")
                .param("uscc", uscc).param("except", except).param("wanted", wanted).param("limit", limit)
                .param("viewer", Sight.param(viewer))
                .query((row, n) -> new FirmCase(row(viewer, row), wanted.length == 0 ? 0 : row.getInt("common") / (double) wanted.length))
                .list();
    }

    /** The whole of one appeal, with a constant number of queries; empty where the viewer has no such appeal. */
    public Optional<CaseFile> findCase(Actor viewer, UUID id) {
        return database.sql().sql(ROW + " where a.id = :id and " + Sight.condition(viewer)).param("id", id).param("viewer", Sight.param(viewer))
                .query((row, n) -> new Seen(row(viewer, row), row.getString("registered"))).optional()
                .map(seen -> CaseFile.of(viewer, seen.row(), new EventStore(database).listEvents(id), seen.registered(), said(id), files(id)));
    }

    /** @param registered the firm's name, whoever asks */
    private record Seen(AppealRow row, String registered) {}

    public Optional<AppealRow> find(Actor viewer, UUID id) {
        return database.sql().sql(ROW + " where a.id = :id and " + Sight.condition(viewer))
                .param("id", id).param("viewer", Sight.param(viewer)).query((row, n) -> row(viewer, row)).optional();
    }

    /** By public number or id as it stands in a URL. */
    public AppealRow get(Actor viewer, String number) {
        return find(viewer, number).orElseThrow(() -> new Unknown("appeal " + number));
    }

    /** Whoever may see it. */
    public Optional<UUID> findId(String number) {
        return database.sql().sql("select id from appeal where number = ?").param(number).query(UUID.class).optional();
    }

    public Optional<AppealRow> find(Actor viewer, String number) {
        return database.sql().sql(ROW + " where a.number = :number and " + Sight.condition(viewer))
                .param("number", number).param("viewer", Sight.param(viewer)).query((row, n) -> row(viewer, row)).optional();
    }

    /** What an appeal was split into, as far as the viewer may see it, in the order of the numbers. */
    public List<AppealRow> listPieces(Actor viewer, UUID whole) {
        return database.sql().sql(ROW + " where a.parent = :whole and " + Sight.condition(viewer) + " order by a.number")
                .param("whole", whole).param("viewer", Sight.param(viewer)).query((row, n) -> row(viewer, row)).list();
    }

    /** Those of them that the viewer may see, newest first. */
    public List<AppealRow> list(Actor viewer, List<UUID> ids) {
        return ids.isEmpty() ? List.of() : database.sql().sql(ROW + " where a.id in (:ids) and " + Sight.condition(viewer)
                + " order by a.first_received desc, a.id desc")
                .param("ids", ids).param("viewer", Sight.param(viewer)).query((row, n) -> row(viewer, row)).list();
    }

    /** How each of them was completed or ended; those still open are left out. */
    public Map<UUID, Ending> endings(List<UUID> ids) {
        Map<UUID, Ending> endings = new HashMap<>();
        database.sql().sql("select appeal_id, ending from appeal_span where appeal_id = any (?) and to_at = 'infinity' and ending is not null")
                .param(ids.toArray(UUID[]::new)).query(row -> {
                    endings.put(row.getObject(1, UUID.class), Ending.valueOf(row.getString(2)));
                });
        return endings;
    }

    /** All that happened to each of them, for what the platform itself learns by: nobody's sight bounds it. */
    public Map<UUID, List<StoredEvent>> listEvents(List<UUID> ids) {
        return new EventStore(database).listEvents(ids.toArray(UUID[]::new));
    }

    private static AppealRow row(Actor viewer, ResultSet row) throws SQLException {
        boolean known = Sight.mayKnowFirm(viewer, row.getBoolean("may_name"));
        String registered = row.getString("registered");
        Reachable said = Reachable.read(row.getString("contact"));
        String title = row.getString("title");
        return new AppealRow(row.getObject("id", UUID.class), row.getString("number"), row.getInt("version"),
                AppealState.valueOf(row.getString("state")), Type.valueOf(row.getString("type")),
                Source.valueOf(row.getString("source")), known ? title : Mask.of(row.getString("uscc"), registered, said).apply(title), known ? row.getString("uscc") : null,
                !known ? null : registered == null ? said.firm() : registered, row.getBoolean("verified"), row.getString("region"),
                row.getString("category"), row.getString("lead"), instant(row, "first_received"), instant(row, "triage_due"),
                instant(row, "dispatched_at"), instant(row, "due_at"), instant(row, "completed_at"), row.getBoolean("overdue"),
                new Turns(instant(row, "blue_at"), instant(row, "yellow_at"), instant(row, "due_at")), row.getBoolean("hard"),
                row.getBoolean("priority"), row.getBoolean("suspended"), longList(row));
    }

    private static LongList longList(ResultSet row) throws SQLException {
        String kind = row.getString("long_list");
        return kind == null ? null : new LongList(LongList.Kind.valueOf(kind), instant(row, "long_list_until"));
    }

    /** The texts of an appeal by their ids; an erased one is absent. */
    public Map<UUID, String> texts(UUID appeal) {
        return CaseFile.bodies(said(appeal));
    }

    private Map<UUID, Texts.Said> said(UUID appeal) {
        Map<UUID, Texts.Said> texts = new LinkedHashMap<>();
        database.sql().sql("select id, kind, body from appeal_content where appeal_id = ? and body is not null").param(appeal)
                .query(row -> {
                    texts.put(row.getObject(1, UUID.class), new Texts.Said(Change.TextKind.valueOf(row.getString(2)), row.getString(3)));
                });
        return texts;
    }

    /** An attachment as it is shown; {@code blob} is null once erased. */
    public record File(UUID id, UUID appeal, UUID blob, String name, String contentType, long size, boolean inert) {}

    public Map<UUID, File> files(UUID appeal) {
        Map<UUID, File> files = new LinkedHashMap<>();
        database.sql().sql("select * from attachment where appeal_id = ? order by at, id").param(appeal)
                .query(row -> {
                    File file = file(row);
                    files.put(file.id(), file);
                });
        return files;
    }

    /** As the viewer may have it; empty for one that is erased, or held back from the viewer. */
    public Optional<File> findFile(Actor viewer, UUID id) {
        return database.sql().sql("select appeal_id from attachment where id = ? and blob is not null").param(id).query(UUID.class).optional()
                .flatMap(appeal -> findCase(viewer, appeal)).map(file -> file.files().get(id));
    }

    private static File file(ResultSet row) throws SQLException {
        return new File(row.getObject("id", UUID.class), row.getObject("appeal_id", UUID.class), row.getObject("blob", UUID.class),
                row.getString("name"), row.getString("content_type"), row.getLong("size"), row.getBoolean("inert"));
    }

    /** One department's part, with the appeal it belongs to. */
    public record AssignmentRow(UUID id, String department, Role role, AssignmentState state, boolean rework,
                                Instant dispatchedAt, Instant acknowledgeDue, Instant due, Instant acknowledgedAt,
                                Instant handedInAt, boolean overdue, Turns turns, Instant nextAt, Instant askedAt,
                                Instant stageDue, String extension, AppealRow appeal) {}

    /** What a department still owes, or has done; soonest due first. @param after due time and id of the last row of the page before */
    public List<AssignmentRow> listDesk(Actor department, boolean open, Key after, int limit) {
        String states = open ? "('DISPATCHED', 'ACKNOWLEDGED', 'SENT_BACK')" : "('COMPLETED', 'RETURNED', 'CANCELLED')";
        String order = open ? "x.next_at, x.id" : "x.next_at desc, x.id desc";
        String paging = after == null ? "" : " and (x.next_at, x.id) " + (open ? ">" : "<") + " (:afterDue, :afterId)";
        var query = database.sql().sql(ROW.replace("select a.id,", """
                select x.id as assignment, x.department, x.role, x.state as part, x.rework, x.dispatched_at as given_at,
                    x.acknowledge_due, x.due_at as part_due, x.acknowledged_at, x.handed_in_at, x.overdue as part_overdue,
                    x.blue_at as part_blue, x.yellow_at as part_yellow, x.next_at, x.asked_at, x.stage_due, x.extension, a.id,""")
                + " join assignment x on x.appeal_id = a.id where x.department = :viewer and x.state in " + states
                + " and " + Sight.condition(department) + paging + " order by " + order + " limit :limit")
                .param("viewer", Sight.param(department)).param("limit", limit);
        if (after != null) {
            query = query.param("afterDue", utc(after.at())).param("afterId", after.id());
        }
        return query.query((row, n) -> assignment(department, row)).list();
    }

    private static AssignmentRow assignment(Actor viewer, ResultSet row) throws SQLException {
        return new AssignmentRow(row.getObject("assignment", UUID.class), row.getString("department"),
                Role.valueOf(row.getString("role")), AssignmentState.valueOf(row.getString("part")), row.getBoolean("rework"),
                instant(row, "given_at"), instant(row, "acknowledge_due"), instant(row, "part_due"),
                instant(row, "acknowledged_at"), instant(row, "handed_in_at"), row.getBoolean("part_overdue"),
                new Turns(instant(row, "part_blue"), instant(row, "part_yellow"), instant(row, "part_due")), instant(row, "next_at"),
                instant(row, "asked_at"), instant(row, "stage_due"), row.getString("extension"), row(viewer, row));
    }
}
