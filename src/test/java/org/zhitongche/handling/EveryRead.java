package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealFilter;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.DeskReads;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Directory;
import org.zhitongche.notice.Feed;
import org.zhitongche.notice.Outbox;
import org.zhitongche.similar.SimilarCases.SimilarCase;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.stats.Behind;
import org.zhitongche.stats.Case;
import org.zhitongche.stats.CsvSheets;
import org.zhitongche.stats.FigureExport;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Measure;
import org.zhitongche.stats.Part;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.supervision.DigestRound;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** All that a department or a person can read, asked for an appeal that must not be known: the case, lists, search, figures and their files, the like, feed and digest. */
final class EveryRead {

    static final String MAIL = "@unit.example";
    private static final int MANY = 5_000;

    private final Database database;
    private final Desk desk;
    private final Directory directory;
    private final SimilarHouse similar;
    private final Outbox outbox;
    private final Words words;
    private final AppealReads reads;
    private final Feed feed;
    private int asked;

    EveryRead(Desk desk, Directory directory, SimilarHouse similar, Outbox outbox, Words words) {
        this.database = desk.database;
        this.desk = desk;
        this.directory = directory;
        this.similar = similar;
        this.outbox = outbox;
        this.words = words;
        this.reads = new AppealReads(database);
        this.feed = new Feed(database, desk.clock);
    }

    /** The case itself each time, and some of the rest in turn: in the end all. */
    void showsNothing(Appeal appeal, Actor viewer) {
        ofTheCase(appeal, viewer);
        asked++;
        switch (asked % 3) {
            case 0 -> ofLists(appeal.id(), appeal.number(), viewer);
            case 1 -> ofFigures(appeal, viewer, asked / 3);
            default -> ofTheLike(appeal.id(), viewer, asked / 3);
        }
    }

    private void ofTheCase(Appeal appeal, Actor viewer) {
        UUID id = appeal.id();
        assertTrue(reads.find(viewer, id).isEmpty());
        assertTrue(reads.findCase(viewer, id).isEmpty());
        assertThrows(Unknown.class, () -> reads.get(viewer, appeal.number()));
        appeal.files().forEach(file -> assertTrue(reads.findFile(viewer, file.id()).isEmpty()));
        UUID part = appeal.assignments().stream().map(Assignment::id).findFirst().orElse(new UUID(0, 7));
        assertThrows(Unknown.class, () -> desk.act(viewer, id, new Acknowledge(part)));
    }

    private void ofLists(UUID id, String number, Actor viewer) {
        assertEquals(List.of(), reads.list(viewer, List.of(id)));
        assertTrue(reads.listPieces(viewer, id).stream().noneMatch(row -> row.id().equals(id)));
        for (AppealFilter filter : List.of(new AppealFilter(null, number, null, null, null, null, null, null, null),
                new AppealFilter("用地", null, null, null, null, null, null, null, null), new AppealFilter("补充 红线图", null, null, null, null, null, null, null, null))) {
            List<AppealRow> rows = reads.list(viewer, filter, null, MANY);
            assertTrue(rows.stream().noneMatch(row -> row.id().equals(id)));
            assertFalse(reads.excerpts().of(viewer, rows, "用地").containsKey(id));
        }
        assertFalse(reads.desks().listInTriage(viewer, MANY).contains(id));
        assertTrue(reads.desks().listTriage(viewer, null, MANY).stream().noneMatch(row -> row.appeal().id().equals(id)));
        assertTrue(reads.desks().listCentreDuties(viewer, MANY).stream().noneMatch(row -> row.appeal().id().equals(id)));
        for (boolean open : List.of(true, false)) {
            assertTrue(reads.desks().listParts(viewer, open, null, MANY).stream().noneMatch(row -> row.appeal().id().equals(id)));
        }
        assertTrue(reads.orders().listWaiting(viewer, MANY).stream().noneMatch(row -> row.appeal().equals(id)));
    }

    private void ofFigures(Appeal appeal, Actor viewer, int turn) {
        Measure measure = Measure.values()[turn % Measure.values().length];
        Part side = Part.values()[turn / Measure.values().length % 2];
        Grouping by = turn % 3 == 0 && viewer.unit() != null ? Grouping.DEPARTMENT : Grouping.OVERALL;
        LocalDate day = Zone.dateOf(Desk.START);
        Question question = new Question(new Period(Zone.startOf(day.minusDays(1)), Zone.startOf(day.plusDays(30))), desk.clock.instant(), by);
        String key = by == Grouping.OVERALL ? "" : viewer.unit();
        assertTrue(desk.figures.listCases(viewer, question, key, new Behind.Side(measure, side), null, MANY).stream().noneMatch(each -> each.appeal().equals(appeal.id())), measure.name());
        String holder = viewer.unit() == null ? appeal.lead().map(Assignment::department).orElse("CENTRE") : viewer.unit();
        assertTrue(desk.figures.listCases(viewer, question, key, new Behind.Lateness(holder), null, MANY).stream().map(Case::appeal).noneMatch(appeal.id()::equals));
        for (Behind behind : List.of(new Behind.Wait(Behind.Lasting.ELAPSED, null), new Behind.Wait(Behind.Lasting.OFFICE, holder))) {
            assertTrue(desk.figures.listCases(viewer, question, key, behind, null, MANY).stream().map(Case::appeal).noneMatch(appeal.id()::equals), behind.key());
        }
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        try (CsvSheets sheets = new CsvSheets(file)) {
            new FigureExport(words, directory).cases(sheets, question, new Behind.Side(measure, side), "", after -> desk.figures.listCases(viewer, question, key, new Behind.Side(measure, side), after, MANY));
        }
        assertFalse(named(file.toString(StandardCharsets.UTF_8), appeal.number()));
    }

    private void ofTheLike(UUID id, Actor viewer, int turn) {
        assertEquals(List.of(), similar.cases().listDecided(viewer, id, 10));
        List<UUID> all = reads.list(Actor.SYSTEM, new AppealFilter("用地", null, null, null, null, null, null, null, null), null, 20).stream().map(AppealRow::id).toList();
        Stream<SimilarCase> like = Stream.of(similar.cases().listDecided(viewer, all.get(turn % all.size()), 10).stream(),
                similar.cases().listLike(viewer, "用地手续", "项目用地报批已三个月。", 50).stream(),
                similar.cases().listRepeated(viewer, all).values().stream().flatMap(List::stream),
                similar.cases().listShared(viewer, all).values().stream().flatMap(List::stream)).flatMap(each -> each);
        assertTrue(like.noneMatch(each -> each.appeal().id().equals(id)));
        assertTrue(similar.joint().list(viewer).stream().flatMap(proposal -> proposal.appeals().stream()).noneMatch(row -> row.id().equals(id)));
        assertTrue(similar.topics().week(viewer, similar.topics().today()).topics().stream().flatMap(topic -> topic.cases().stream()).noneMatch(row -> row.id().equals(id)));
    }

    /** What was handed over before is not handed out again but that it was taken away to go with another; and no digest tells of it. */
    void tellsNothing(Appeal appeal, String unit) {
        database.sql().sql("delete from digest").update();
        database.sql().sql("delete from outbox where kind = 'digest'").update();
        new DigestRound(database, desk.clock, () -> Walk.CALENDAR, directory, outbox, words, new DigestRound.How(LocalTime.MIN, "https://qy.example")).run();
        for (Feed.Item item : feed.list(unit, 0, MANY)) {
            boolean takenAway = item.kind().startsWith("cancelled-") && !appeal.recused().contains(unit);
            assertFalse(!takenAway && appeal.id().equals(item.appeal()) || item.appeal() == null && named(item.document(), appeal.number()), unit + " " + item.kind());
        }
        assertTrue(appeal.assignments().stream().noneMatch(part -> part.department().equals(unit) && part.state().open()), unit);
    }

    /** The latest of all that was written to be sent. */
    long lastDelivery() {
        return database.sql().sql("select coalesce(max(id), 0) from outbox").query(Long.class).single();
    }

    /** Whoever stood aside before and still does is sent nothing of it by queue, feed or mail. */
    void sendsNothing(Appeal before, Appeal after, long last) {
        List<String> aside = before.recused().stream().filter(after.recused()::contains).toList();
        List<String> destinations = aside.stream().flatMap(unit -> Stream.of(unit, "department." + unit, unit + MAIL)).toList();
        if (!destinations.isEmpty()) {
            assertEquals(List.of(), database.sql().sql("select destination || ' ' || kind from outbox where appeal_id = :id and id > :last and destination in (:to)")
                    .param("id", after.id()).param("last", last).param("to", destinations).query(String.class).list());
        }
    }

    /** The desk's number of what was done this year is that of the rows behind it. */
    void countsWhatItLists(Actor viewer) {
        DeskReads.DeskCount count = reads.desks().countParts(viewer, desk.clock.instant());
        int year = Zone.dateOf(desk.clock.instant()).getYear();
        long done = reads.desks().listParts(viewer, false, null, MANY).stream()
                .filter(row -> row.state() == AssignmentState.COMPLETED && Zone.dateOf(row.handedInAt()).getYear() == year).count();
        List<DeskReads.AssignmentRow> open = reads.desks().listParts(viewer, true, null, MANY);
        assertEquals(done + " " + open.stream().filter(row -> row.state().open()).count(), count.done() + " " + count.open(), viewer.unit());
    }

    /** A piece's number begins with that of its letter. */
    private static boolean named(String text, String number) {
        return Pattern.compile(Pattern.quote(number) + "(?![-0-9])").matcher(text).find();
    }
}
