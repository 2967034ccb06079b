package org.zhitongche.classify;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.classify.Comparison.Score;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.classify.model.Trainer;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;

/** Three appeals were decided otherwise than the platform had said, two as it had said. */
class CompareVersionsTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));
    private static final String BUBBLES = "号蓝色泡泡机卡住";
    private static final String RUBBER = "红色橡皮筋断了";

    private Desk desk;
    private ModelVersions versions;
    private CompareVersions compare;

    @BeforeEach
    void fiveDecisions() {
        Database database = DB.another();
        desk = new Desk(database);
        versions = new ModelVersions(database, desk.clock, BOOK);
        compare = new CompareVersions(database, versions, BOOK, desk.clock);
        for (int i = 0; i < 3; i++) {
            decide("甲乙丙".charAt(i) + BUBBLES, "taxes");
        }
        decide("丁" + RUBBER, "land");
        decide("戊" + RUBBER, "land");
    }

    /** The desk's platform says land, and asks. */
    private void decide(String text, String category) {
        UUID appeal = desk.takeIn(Desk.doubtful(desk.submission(text, text))).appeal();
        desk.clock.advance(Duration.ofMinutes(1));
        desk.act(Desk.centre(), appeal, new AcceptAndDispatch(category, List.of(Desk.lead("zr"))));
    }

    @Test
    void twoModelsAreHeldAgainstWhatPeopleDecidedAndWhatThePlatformHadSaid() {
        int good = add("taxes", "land", Instant.EPOCH);
        int bad = add("land", "taxes", Instant.EPOCH);
        Comparison found = compare.compare(good, bad).orElseThrow();
        assertEquals(List.of(5, 3, 5), List.of(found.cases(), found.corrected(), found.later()));
        assertEquals(new Score(0, 2, 0, 2, 0, 0), found.scores().get(0));
        assertEquals(List.of(5, 3), List.of(found.scores().get(1).right(), found.scores().get(1).rightOfCorrected()));
        assertEquals(List.of(0, 0), List.of(found.scores().get(2).right(), found.scores().get(2).rightOfCorrected()));
        assertEquals(5, found.differing().size());
        assertEquals(List.of("用地", "税费"), found.differing().get(0).said());
        assertEquals("用地", found.differing().get(0).decided());
    }

    @Test
    void oneAloneStandsBesideWhatThePlatformHadSaid() {
        Comparison found = compare.compare(add("taxes", "land", Instant.EPOCH), null).orElseThrow();
        assertEquals(2, found.scores().size());
        assertEquals(3, found.differing().size());
    }

    @Test
    void whatWasDecidedBeforeAModelWasMadeIsNotCountedAsLater() {
        assertEquals(1, compare.compare(add("taxes", "land", Desk.START.plus(Duration.ofMinutes(4))), null).orElseThrow().later());
    }

    @Test
    void unknownModelsAndThoseOfDifferentThingsAreNotCompared() {
        int categories = add("taxes", "land", Instant.EPOCH);
        assertEquals(Optional.empty(), compare.compare(categories, 99));
        int leads = add("税务", "自然资源", Instant.EPOCH);
        assertTrue(assertThrows(BadModel.class, () -> compare.compare(categories, leads)).getMessage().contains("不能对比"));
    }

    private int add(String bubbles, String rubber, Instant made) {
        List<Example> examples = new ArrayList<>();
        for (char place : "甲乙丙丁戊己庚辛壬癸".toCharArray()) {
            examples.add(new Example(null, place + BUBBLES, bubbles));
            examples.add(new Example(null, place + RUBBER, rubber));
        }
        return versions.add(ModelFile.bytes(Trainer.train(examples, new Provenance("made-up.csv", null, new Provenance.Columns(null, "text", "label"),
                20, 20, 1, null, made, "test", 0, null), each -> {})), "科员");
    }
}
