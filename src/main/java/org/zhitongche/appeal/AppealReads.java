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

/** What pages and APIs read about appeals: a constant number of queries, each bound to what the viewer may see. */
public final class AppealReads {

    private static final String ROW = """
            select a.id, a.number, a.version, a.state, a.type, a.source, t.body as title, a.uscc, e.name as registered, said.body as contact, a.verified,
                a.may_name, a.region, a.category, a.lead, a.first_received, a.triage_due, a.dispatched_at, a.due_at, a.completed_at, a.overdue,
                a.blue_at, a.yellow_at, a.hard, a.priority, a.suspended_at is not null as suspended, a.long_list, a.long_list_until,
                mine.handles
            from appeal a cross join lateral (select %s as handles) mine
            left join appeal_content t on t.id = a.title_id
            left join enterprise e on e.uscc = a.uscc
            left join lateral (select c.body from appeal_content c
                where (e.uscc is null or not a.may_name or not mine.handles) and c.appeal_id = a.id and c.kind = 'CONTACT' and c.body is not null limit 1) said on true
            """;

    private final Database database;

    /** What {@link #row(Actor, ResultSet)} reads, of {@code appeal a}; takes the parameter of the viewer's {@link Sight}. */
    static String rows(Actor viewer) {
        return ROW.formatted(Sight.handles(viewer));
    }

    public AppealReads(Database database) {
        this.database = database;
    }

    public OrderReads orders() {
        return new OrderReads(database);
    }

    public DeskReads desks() {
        return new DeskReads(database);
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
        return database.sql().sql(rows(viewer) + " where " + String.join(" and ", conditions)
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

    /** One of a firm's appeals. @param likeness how much of the words looked for it has, 0 to 1 */
    public record FirmCase(AppealRow appeal, double likeness) {}

    /** The firm's latest appeals: the open ones and the likest first. @param words of the matter they are compared with */
    public List<FirmCase> listOfFirm(Actor viewer, String uscc, String words, UUID except, int limit) {
        String[] wanted = SearchWords.pairs(words == null ? "" : words).toArray(String[]::new);
        return database.sql().sql("with own as (" + rows(viewer) + """
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
        return database.sql().sql(rows(viewer) + " where a.id = :id and " + Sight.condition(viewer)).param("id", id).param("viewer", Sight.param(viewer))
                .query((row, n) -> new Seen(row(viewer, row), row.getString("registered"), row.getBoolean("handles"))).optional()
                .map(seen -> CaseFile.of(viewer, seen, new EventStore(database).listEvents(id), said(id), files(id)));
    }

    /** @param registered the firm's name, whoever asks @param handles the viewer may reach the firm's people */
    record Seen(AppealRow row, String registered, boolean handles) {}

    public Optional<AppealRow> find(Actor viewer, UUID id) {
        return database.sql().sql(rows(viewer) + " where a.id = :id and " + Sight.condition(viewer))
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
        return database.sql().sql(rows(viewer) + " where a.number = :number and " + Sight.condition(viewer))
                .param("number", number).param("viewer", Sight.param(viewer)).query((row, n) -> row(viewer, row)).optional();
    }

    /** What an appeal was split into, as far as the viewer may see it, in the order of the numbers. */
    public List<AppealRow> listPieces(Actor viewer, UUID whole) {
        return database.sql().sql(rows(viewer) + " where a.parent = :whole and " + Sight.condition(viewer) + " order by a.number")
                .param("whole", whole).param("viewer", Sight.param(viewer)).query((row, n) -> row(viewer, row)).list();
    }

    /** Those of them that the viewer may see, newest first. */
    public List<AppealRow> list(Actor viewer, List<UUID> ids) {
        return ids.isEmpty() ? List.of() : database.sql().sql(rows(viewer) + " where a.id in (:ids) and " + Sight.condition(viewer)
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

    static AppealRow row(Actor viewer, ResultSet row) throws SQLException {
        boolean known = Sight.mayKnowFirm(viewer, row.getBoolean("may_name"));
        String registered = row.getString("registered");
        Reachable said = Reachable.read(row.getString("contact"));
        String title = row.getString("title");
        return new AppealRow(row.getObject("id", UUID.class), row.getString("number"), row.getInt("version"),
                AppealState.valueOf(row.getString("state")), Type.valueOf(row.getString("type")),
                Source.valueOf(row.getString("source")), Mask.of(known, row.getBoolean("handles"), row.getString("uscc"), registered, said).apply(title), known ? row.getString("uscc") : null,
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
}
