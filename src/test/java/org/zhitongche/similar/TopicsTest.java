package org.zhitongche.similar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Type;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Desk;

class TopicsTest {

    /** Told by different firms each in its own words. */
    private static final List<String> POWER = List.of(
        "园区近来突然停电，炉里的在制品全部报废，双回路供电一直批不下来。", "昨天又突然停电三小时，冷库温度失控，双回路供电何时能落实？",
        "本周第二次突然停电，机床主轴损坏，盼望尽早实施双回路供电。", "突然停电没有任何预告，客户的订单延误，我厂早就申请双回路供电。");
    private static final List<String> OTHERS = List.of("出口退税函调时间过长，能否先退无疑点部分。", "高层次人才子女入学政策怎样衔接居住证？",
        "排污许可证变更两次被退回，不清楚还缺哪些东西。", "协会把会费与评优挂钩，疑似乱收费。", "货车白天限行，原料只能夜间进厂。", "茶厂扩建占用林地的审批已逾两月。",
        "商标被仿冒，线上店铺仍在销售。", "综合工时制递交以后没有回音。", "信用修复被退回，投标受限。", "竣工验收排期到一个半月以后。");

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    private Database database;
    private Desk desk;
    private Topics topics;

    @BeforeEach
    void open() {
        database = DB.another();
        desk = new Desk(database, new Signatures(database));
        topics = SimilarHouse.open(database, desk.clock, SimilarSettings.DEFAULT).topics();
    }

    private UUID take(int firm, Type type, String text, List<Ground> suspected) {
        desk.clock.advance(Duration.ofMinutes(1));
        Submission s = new Submission(UUID.randomUUID(), Door.API, null, "firm" + firm, true, UUID.randomUUID().toString(), Source.API, type,
            null, text, "9135999900000000%02d".formatted(firm), "示例企业", null, "350203", null, List.of(), MayName.HANDLER_ONLY, List.of(), null,
            null, List.of(), desk.clock.instant(), null);
        Draft draft = clear(s, lead("power"));
        return desk.takeIn(draft.with(draft.classification().suspecting(suspected))).appeal();
    }

    private UUID take(int firm, String text) {
        return take(firm, Type.ASSISTANCE, text, List.of());
    }

    private void others() {
        IntStream.range(0, OTHERS.size()).forEach(n -> take(50 + n, OTHERS.get(n)));
    }

    private Topics.Week week() {
        return topics.week(centre(), topics.today());
    }

    @Test
    void whatSeveralFirmsSayInTheirOwnWordsIsATopicWithItsWordsPlaceAndDepartment() {
        others();
        IntStream.range(0, 4).forEach(n -> take(n, POWER.get(n)));
        Topic topic = week().topics().get(0);
        assertEquals(1, week().topics().size());
        assertEquals(4, topic.count());
        assertEquals(4, topic.firms());
        assertTrue(topic.words().contains("突然停电") && topic.words().contains("双回路供电"), topic.words().toString());
        assertEquals(List.of(new Topic.Share("350203", 4)), topic.regions());
        assertEquals(List.of(new Topic.Share("power", 4)), topic.units());
        assertEquals(List.of(0, 0, 0, 0, 0, 0, 4), topic.days());
        assertEquals(4, topic.cases().size());
    }

    @Test
    void growthIsCountedAgainstTheFourWeeksBefore() {
        take(1, POWER.get(0));
        desk.clock.advance(Duration.ofDays(7));
        take(1, POWER.get(1));
        take(2, POWER.get(2));
        desk.clock.advance(Duration.ofDays(7));
        others();
        IntStream.range(0, 4).forEach(n -> take(n, POWER.get(n)));
        Topic topic = week().topics().get(0);
        assertEquals(List.of(0, 0, 1, 2), topic.before());
        assertEquals((4 - 0.75) / Math.sqrt(1.75), topic.growth(), 1e-9);
    }

    @Test
    void ofReportsAndWhatSeemsSecretNoWordIsShown() {
        others();
        IntStream.range(0, 4).forEach(n -> take(n, Type.REPORT, POWER.get(n), List.of()));
        assertEquals(List.of(), week().topics().get(0).words());
        assertEquals(4, week().topics().get(0).count());
    }

    @Test
    void ofSuspectedSecretsNoWordIsShownEither() {
        others();
        take(1, POWER.get(0));
        take(2, POWER.get(1));
        take(3, Type.ASSISTANCE, POWER.get(2) + "绝密工程", List.of(Ground.STATE_SECRET));
        take(4, Type.ASSISTANCE, POWER.get(3) + "绝密工程", List.of(Ground.STATE_SECRET));
        assertEquals(List.of(), week().topics().get(0).words(), "two texts are left, and three are needed");
    }

    @Test
    void aNameThatOneFirmAloneRepeatsIsNoWord() {
        others();
        IntStream.range(0, 4).forEach(n -> take(1, POWER.get(n) + "联系老王头"));
        assertEquals(List.of(), week().topics().get(0).words());
    }

    @Test
    void whatTheViewerMayNotSeeIsNotEvenCounted() {
        IntStream.range(0, 4).forEach(n -> take(n, POWER.get(n)));
        assertEquals(0, topics.week(department("other"), topics.today()).compared());
        assertEquals(4, topics.week(department("power"), topics.today()).compared());
    }

    @Test
    void anErasedAppealIsInNoTopic() {
        others();
        List<UUID> taken = IntStream.range(0, 3).mapToObj(n -> take(n, POWER.get(n))).toList();
        assertEquals(1, week().topics().size());
        new Erase(database, new Blobs(database, desk.clock), desk.appeals).appeal(taken.get(0), centre());
        assertFalse(week().topics().stream().anyMatch(topic -> topic.count() > 1));
    }
}
