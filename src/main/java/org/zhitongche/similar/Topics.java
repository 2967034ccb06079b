package org.zhitongche.similar;

import static org.zhitongche.db.Timestamps.instant;
import static org.zhitongche.db.Timestamps.utc;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;
import org.zhitongche.similar.TopicWords.Said;
import org.zhitongche.time.Zone;

/**
 * The hot topics of a week 热点, out of the signatures of the week and of those before, at most so many a week. Only what the
 * viewer may see is counted; words come only from texts that are not confidential.
 */
public final class Topics {

    private static final int DAYS = 7;
    private static final int WEEKS_BEFORE = 4;
    /** The latest of a week that are compared. */
    private static final int OF_A_WEEK = 4_000;
    private static final int FEWEST = 3;
    private static final int SHOWN = 20;
    private static final int CASES = 50;
    private static final int READ = 40;
    private static final int OTHERS = 200;

    private final Database database;
    private final InstantSource clock;
    private final AppealReads reads;

    Topics(Database database, InstantSource clock) {
        this.database = database;
        this.clock = clock;
        this.reads = new AppealReads(database);
    }

    /**
     * @param compared appeals of the week that were compared
     * @param more     there were more than could be compared; the latest were
     * @param topics   those that grew most first
     */
    public record Week(LocalDate from, LocalDate to, int compared, boolean more, List<Topic> topics) {}

    private record Item(UUID id, Instant at, String region, String lead, String firm, Grams grams) {}

    public LocalDate today() {
        return Zone.dateOf(clock.instant());
    }

    /** The seven days that end with this one. */
    public Week week(Actor viewer, LocalDate last) {
        List<Item> items = items(viewer, last);
        boolean more = items.size() > OF_A_WEEK;
        List<Item> week = new ArrayList<>(items.subList(0, Math.min(items.size(), OF_A_WEEK)));
        week.sort(Comparator.comparing(Item::at).thenComparing(Item::id));
        List<List<Item>> before = IntStream.rangeClosed(1, WEEKS_BEFORE)
                .mapToObj(n -> items(viewer, last.minusDays((long) DAYS * (WEEKS_BEFORE + 1 - n))).stream().limit(OF_A_WEEK).toList()).toList();
        Clusters clusters = new Clusters(week.stream().map(Item::grams).toList(),
                before.stream().flatMap(List::stream).map(Item::grams).toList());
        List<Map<Integer, Long>> earlier = before.stream().map(each -> each.stream().map(Item::grams)
                .collect(Collectors.groupingBy(clusters::groupOf, Collectors.counting()))).toList();
        List<Topic> topics = topics(viewer, last, week, clusters.groups(), earlier);
        return new Week(last.minusDays(DAYS - 1L), last, week.size(), more, topics);
    }

    private List<Item> items(Actor viewer, LocalDate last) {
        return database.sql().sql("""
                select a.id, a.first_received, a.region, a.lead, a.uscc, s.grams from appeal a join appeal_signature s on s.appeal_id = a.id
                where a.first_received >= :from and a.first_received < :to and a.state not in ('WITHDRAWN', 'SPLIT') and""" + " " + Sight.condition(viewer)
                + " order by a.first_received desc, a.id desc limit :most")
                .param("from", utc(Zone.startOf(last.minusDays(DAYS - 1L)))).param("to", utc(Zone.startOf(last.plusDays(1))))
                .param("viewer", Sight.param(viewer)).param("most", OF_A_WEEK + 1).query((row, n) -> item(row)).list()
                .stream().filter(item -> item.grams().size() >= Search.SHORTEST).toList();
    }

    private static Item item(ResultSet row) throws SQLException {
        return new Item(row.getObject("id", UUID.class), instant(row, "first_received"), row.getString("region"), row.getString("lead"),
                row.getString("uscc"), Grams.read(row.getBytes("grams")));
    }

    private record Group(List<Item> items, List<Integer> before) {

        double growth() {
            return new Topic(List.of(), items.size(), before, List.of(), 0, List.of(), List.of(), List.of()).growth();
        }
    }

    private List<Topic> topics(Actor viewer, LocalDate last, List<Item> week, List<List<Integer>> groups, List<Map<Integer, Long>> earlier) {
        List<Group> large = IntStream.range(0, groups.size()).filter(n -> groups.get(n).size() >= FEWEST)
                .mapToObj(n -> new Group(groups.get(n).stream().map(week::get).toList(),
                        earlier.stream().map(counts -> counts.getOrDefault(n, 0L).intValue()).toList()))
                .sorted(Comparator.comparingDouble(Group::growth).reversed()).limit(SHOWN).toList();
        return large.stream().map(group -> topic(viewer, last, group, week)).toList();
    }

    private Topic topic(Actor viewer, LocalDate last, Group group, List<Item> week) {
        List<Item> items = group.items();
        Set<UUID> ours = items.stream().map(Item::id).collect(Collectors.toCollection(HashSet::new));
        List<UUID> latest = latest(items, READ);
        List<UUID> others = latest(week.stream().filter(item -> !ours.contains(item.id())).toList(), OTHERS);
        List<Integer> days = IntStream.range(0, DAYS).map(day -> (int) items.stream()
                .filter(item -> ChronoUnit.DAYS.between(Zone.dateOf(item.at()), last) == DAYS - 1 - day).count()).boxed().toList();
        return new Topic(TopicWords.of(said(latest), said(others)), items.size(), group.before(), days,
                (int) items.stream().map(Item::firm).filter(firm -> firm != null).distinct().count(), shares(items, Item::region),
                shares(items, Item::lead), reads.list(viewer, latest(items, CASES)));
    }

    private static List<UUID> latest(List<Item> items, int most) {
        return items.subList(Math.max(0, items.size() - most), items.size()).stream().map(Item::id).toList();
    }

    private static List<Topic.Share> shares(List<Item> items, Function<Item, String> code) {
        Map<String, Integer> counts = new HashMap<>();
        items.stream().map(code).filter(each -> each != null).forEach(each -> counts.merge(each, 1, Integer::sum));
        return counts.entrySet().stream().map(count -> new Topic.Share(count.getKey(), count.getValue()))
                .sorted(Comparator.comparingInt(Topic.Share::count).reversed().thenComparing(Topic.Share::code)).toList();
    }

    /** Reports 举报, and what touches a state secret or seems to, are left out: whoever reads the words may not be who reads the case. */
    private List<Said> said(List<UUID> appeals) {
        return database.sql().sql("""
                select left(t.body, 2000), left(c.body, 2000), coalesce(a.uscc, a.id::text) from appeal a
                left join appeal_content t on t.id = a.title_id
                left join appeal_content c on c.appeal_id = a.id and c.kind = 'TEXT'
                where a.id = any (?) and a.type <> 'REPORT' and not exists (select 1 from appeal_event e
                    where e.appeal_id = a.id and e.type in ('Triaged', 'NotAccepted') and convert_from(e.body, 'UTF8') like '%STATE_SECRET%')""")
                .param(appeals.toArray(UUID[]::new)).query((row, n) -> new Said(row.getString(1), row.getString(2), row.getString(3))).list();
    }
}
