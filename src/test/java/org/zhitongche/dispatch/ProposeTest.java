package org.zhitongche.dispatch;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;

class ProposeTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static Directory directory;

    @BeforeAll
    static void fill() {
        directory = FilledDirectory.in(db.database());
        db.database().sql().sql("update department set valid_to = '2026-03-03' where code = '350200-taxation'").update();
        directory.refresh();
    }

    @Test
    void onlyDepartmentsOfTheDayAreProposedByTheHousesCivilDate() {
        assertEquals("350200-taxation", lead("2026-03-02T23:59:59+08:00", Type.ASSISTANCE, List.of()));
        assertEquals("350000-taxation", lead("2026-03-03T00:00:00+08:00", Type.ASSISTANCE, List.of()));
    }

    @Test
    void theRecognisedRegionCountsAndRecusalIsHonoured() {
        Routing routing = propose("2026-03-02T09:00:00+08:00", Type.COMPLAINT, List.of("厦门市税务局")).routing();
        assertEquals(new Routing.Unit("350000-taxation", Role.LEAD), routing.units().get(0));
        assertEquals(List.of(), routing.doubts());
    }

    private static String lead(String now, Type type, List<String> complainedAbout) {
        return propose(now, type, complainedAbout).routing().units().get(0).department();
    }

    private static Draft propose(String now, Type type, List<String> complainedAbout) {
        Submission submission = new Submission(UUID.randomUUID(), Door.WEB, null, "示例", true, null, Source.WEB, type,
                "退税", "退税慢", null, null, null, null, null, complainedAbout, MayName.HANDLER_ONLY, List.of(), null,
                null, List.of(), Instant.EPOCH, null);
        Draft draft = Draft.of(submission).with(new Recognition(null, null, "350200", true, "recognised.by-code"))
                .with(new Classification(List.of(new Classification.Candidate("taxes", 0.9)), List.of(), "v", true));
        return new Propose(new Proposer(FilledDirectory.FILES.book()), directory, MutableClock.at(now)).propose(draft);
    }
}
