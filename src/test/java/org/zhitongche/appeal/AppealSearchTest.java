package org.zhitongche.appeal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhitongche.handling.Desk.centre;
import static org.zhitongche.handling.Desk.clear;
import static org.zhitongche.handling.Desk.department;
import static org.zhitongche.handling.Desk.firm;
import static org.zhitongche.handling.Desk.lead;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RuleOnSendBack;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.WayForward;

class AppealSearchTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private Database database;
    private Desk desk;
    private AppealReads reads;

    @BeforeEach
    void open() {
        database = db.another();
        desk = new Desk(database);
        reads = new AppealReads(database);
    }

    private UUID said(String text, String unit) {
        desk.clock.advance(Duration.ofMinutes(1));
        return desk.takeIn(clear(desk.submission(UUID.randomUUID().toString(), text), lead(unit))).appeal();
    }

    private List<UUID> found(Actor viewer, String words) {
        return reads.list(viewer, words(words), null, 50).stream().map(AppealRow::id).toList();
    }

    private List<AppealRow> rows(UUID... appeals) {
        return reads.list(centre(), List.of(appeals));
    }

    private static AppealFilter words(String words) {
        return new AppealFilter(words, null, null, null, null, null, null, null, null);
    }

    @Test
    void aPhraseIsFoundAsItWasWrittenAndSeveralWordsInAnyOrder() {
        UUID together = said("我司申请用地审批已三个月。", "zr");
        UUID apart = said("用地紧张，地审不清，审批很慢。", "zr"); // has every pair of the phrase, and not the phrase
        assertEquals(List.of(together), found(centre(), "用地审批"));
        assertEquals(List.of(apart, together), found(centre(), "审批 用地"));
        assertEquals(List.of(), found(centre(), "用地 码头"));
    }

    @Test
    void theBeginningOfANumberIsLookedUpPageAfterPageTheHighestFirst() {
        List<String> numbers = rows(said("一。", "zr"), said("二。", "zr"), said("三。", "zr"), said("四。", "zr"), said("五。", "gx")).stream().map(AppealRow::number)
                .sorted(Comparator.reverseOrder()).toList();
        String begin = numbers.get(0).substring(0, numbers.get(0).lastIndexOf('-'));
        List<String> found = new ArrayList<>();
        AppealReads.Key after = null;
        for (int page = 0; page < 3; page++) {
            List<AppealRow> rows = reads.list(centre(), new AppealFilter(null, begin, null, null, null, null, null, null, null), after, 2);
            rows.forEach(row -> found.add(row.number()));
            after = new AppealReads.Key(rows.get(rows.size() - 1).firstReceived(), rows.get(rows.size() - 1).id());
        }
        assertEquals(numbers, found);
        assertEquals(List.of(), reads.list(centre(), new AppealFilter(null, begin + "x", null, null, null, null, null, null, null), null, 2));
        assertEquals(4, reads.list(department("zr"), new AppealFilter(null, begin, null, null, null, null, null, null, null), null, 9).size());
    }

    @Test
    void aSingleCharacterIsFoundAtTheBeginningTheMiddleAndTheEnd() {
        UUID first = said("税费问题。", "zr");
        UUID middle = said("出口退税款。", "zr");
        UUID last = said("请减税。", "zr");
        assertEquals(List.of(last, middle, first), found(centre(), "税"));
    }

    private UUID masked(String text) {
        return said(text, new MayName(false, false));
    }

    private UUID said(String text, MayName mayName) {
        desk.clock.advance(Duration.ofMinutes(1));
        Submission s = desk.submission(UUID.randomUUID().toString(), text);
        return desk.takeIn(clear(new Submission(s.arrival(), s.door(), null, s.sender(), true, s.key(), s.source(), s.type(), s.title(), text, s.uscc(), s.firm(),
                new Contact("经办人", "13900000000", "a@shili-001.example"), s.region(), null, List.of(), mayName, List.of(), null, null,
                List.of(), s.receivedAt(), null), lead("zr"))).appeal();
    }

    @Test
    void whatIsTakenOutOfAMaskedTextFindsNothingForWhoMustNotKnowTheFirm() {
        UUID masked = masked("示例机械有限公司被欠货款，电话 13900000000。");
        UUID named = said("示例电子有限公司被欠货款。", "zr");
        Actor supervisor = new Actor(Actor.Kind.SUPERVISOR, "super-1", "督查", null);
        for (String secret : List.of("示例机械", "机械有限公司", "公司被欠货款", "13900000000", "货款 机械")) {
            assertEquals(true, found(centre(), secret).contains(masked), secret);
            assertEquals(false, found(department("zr"), secret).contains(masked), secret);
            assertEquals(false, found(supervisor, secret).contains(masked), secret);
        }
        assertEquals(List.of(named, masked), found(department("zr"), "被欠货款"));
        assertEquals(List.of(named), found(department("zr"), "示例电子"));
        assertEquals(List.of(masked), found(firm(), "示例机械"), "its own");
    }

    @Test
    void whoeverGaveTheMatterBackReadsAndFindsTheFirmsContactNoMore() {
        UUID appeal = said("示例机械有限公司停电，请打 13900000000。", MayName.HANDLER_ONLY);
        assertEquals("13900000000", reads.findCase(department("zr"), appeal).orElseThrow().firm().phone());
        assertEquals(List.of(appeal), found(department("zr"), "13900000000"));
        desk.act(department("zr"), appeal, new SendBack(desk.partOf(appeal, "zr"), "非本单位职责", "gx"));
        desk.act(centre(), appeal, new RuleOnSendBack(desk.partOf(appeal, "zr"), true, null, List.of(lead("gx"))));

        CaseFile left = reads.findCase(department("zr"), appeal).orElseThrow();
        assertEquals(new Reachable(left.firm().firm(), null, null, null), left.firm());
        assertEquals("示例机械有限公司停电，请打 ＊＊＊。", left.text(left.appeal().text()));
        assertEquals(List.of(), found(department("zr"), "13900000000"));
        assertEquals(List.of(appeal), found(department("zr"), "机械有限公司停电"), "what it may still read");
        assertEquals(Map.of(), reads.excerpts().of(department("zr"), reads.list(department("zr"), List.of(appeal)), "停电"));
        assertEquals("13900000000", reads.findCase(department("gx"), appeal).orElseThrow().firm().phone());
        assertEquals(List.of(appeal), found(department("gx"), "13900000000"));
    }

    @Test
    void whatIsNotReadableMakesRoomForTheNext() {
        UUID named = said("示例机械配件厂停电。", "zr");
        for (int n = 0; n < 5; n++) {
            masked("示例机械有限公司停电。");
        }
        assertEquals(List.of(named), reads.list(department("zr"), words("示例机械"), null, 2).stream().map(AppealRow::id).toList());
    }

    @Test
    void latinWordsAndNumbersAreFoundWholeWhateverTheirCase() {
        UUID radio = said("新建5G基站需要ABC-12号文。", "zr");
        assertEquals(List.of(radio), found(centre(), "abc"));
        assertEquals(List.of(radio), found(centre(), "5g基站"));
        assertEquals(List.of(), found(centre(), "ab"));
    }

    @Test
    void whatLooksLikeAnOperatorIsNone() {
        UUID odd = said("折扣100%_全免。", "zr");
        assertEquals(List.of(odd), found(centre(), "100%_全免"));
        assertEquals(List.of(odd), found(centre(), "'全免' & !\\折扣 | :* @ #%"), "only letters and digits are looked for");
    }

    @Test
    void pagesGoThroughTheMonthsNewestFirst() {
        List<UUID> newestFirst = new ArrayList<>();
        for (int n = 0; n < 7; n++) {
            newestFirst.add(0, said("企业第" + n + "次反映停电。", "zr"));
            desk.clock.advance(Duration.ofDays(n * 17L));
        }
        List<UUID> paged = new ArrayList<>();
        AppealReads.Key after = null;
        for (int page = 0; page < 4; page++) {
            for (AppealRow row : reads.list(centre(), words("企业 停电"), after, 2)) {
                paged.add(row.id());
                after = new AppealReads.Key(row.firstReceived(), row.id());
            }
        }
        assertEquals(newestFirst, paged);
    }

    @Test
    void eachFindsItsOwnAndNobodyWhatComplainsAboutHim() {
        UUID ours = said("厂房漏水。", "gx");
        UUID others = said("厂房漏水。", "zr");
        assertEquals(List.of(ours), found(department("gx"), "漏水"));
        assertEquals(List.of(others, ours), found(firm(), "漏水"));
        assertEquals(List.of(), found(firm("91359999MA0000002W"), "漏水"));
        database.sql().sql("insert into recusal (appeal_id, department) values (?, 'gx')").param(ours).update();
        assertEquals(List.of(), found(department("gx"), "漏水"));
    }

    @Test
    void whoeverTakesOverFindsItTooAndWhatIsSaidLater() {
        UUID appeal = said("厂房漏水。", "zr");
        assertEquals(List.of(), found(department("gx"), "漏水"));
        desk.act(department("zr"), appeal, new SendBack(desk.partOf(appeal, "zr"), "非本单位职责", "gx"));
        desk.act(centre(), appeal, new RuleOnSendBack(desk.partOf(appeal, "zr"), true, null, List.of(lead("gx"))));
        assertEquals(List.of(appeal), found(department("gx"), "漏水"));
        desk.act(firm(), appeal, new Supplement("另有屋顶照片。", List.of()));
        assertEquals(List.of(appeal), found(department("gx"), "屋顶 漏水"));
    }

    @Test
    void aFirmFindsByItsOwnWordsAndLearnsNothingOfAnAnswerThatWaitsForReview() {
        UUID appeal = said("厂房漏水。", "zr");
        desk.act(department("zr"), appeal, new Acknowledge(desk.partOf(appeal, "zr")));
        desk.act(department("zr"), appeal, new Reply(desk.partOf(appeal, "zr"), Conclusion.C, "暂不列入年度修缮。", null,
                new WayForward("办事大厅", "修缮科", "0592-0000003", "工作日"), List.of(), "分管领导"));
        assertEquals(List.of(appeal), found(department("zr"), "年度修缮"));
        assertEquals(List.of(), found(firm(), "年度修缮"));
        assertEquals(Map.of(), reads.excerpts().of(firm(), rows(appeal), "年度修缮"));
        assertEquals(List.of(appeal), found(firm(), "漏水"));
    }

    @Test
    void theExcerptWithAWordIsCutOutOfALongText() {
        UUID inside = said("厂".repeat(200) + "变压器增容" + "区".repeat(200), "zr");
        UUID whole = said("变压器增容。", "zr");
        assertEquals(Map.of(inside, "…" + "厂".repeat(30) + "变压器增容" + "区".repeat(65) + "…", whole, "变压器增容。"),
                reads.excerpts().of(centre(), rows(inside, whole), "变压器 增容"));
        assertEquals(Map.of(), reads.excerpts().of(centre(), rows(inside, whole), "？"), "nothing was looked for");
    }

    @Test
    void whatIsErasedIsFoundNoMore() {
        UUID appeal = said("厂房漏水。", "zr");
        new Erase(database, new Blobs(database, desk.clock), desk.appeals).appeal(appeal, centre());
        assertEquals(List.of(), found(centre(), "漏水"));
        assertEquals(0, database.sql().sql("select count(*) from appeal_search").query(Integer.class).single());
    }

    @Test
    void entriesOfAnOlderReleaseAreCutAnewAndThenFound() {
        UUID appeal = said("厂房漏水。", "zr");
        database.sql().sql("update appeal_search set cut = 1, first_received = null, words = array_to_tsvector(array['漏水'])").update();
        assertEquals(List.of(), found(department("zr"), "漏水"));
        SearchIndex index = new SearchIndex(database);
        assertEquals(1, index.cutAnew());
        assertEquals(0, index.cutAnew());
        assertEquals(List.of(appeal), found(department("zr"), "厂房漏水"));
    }

    @Test
    void aFirmIsFoundByItsCodeItsNameAndByWhatItCalledItself() {
        UUID known = said("厂房漏水。", "zr");
        database.sql().sql("insert into region (code, name, level, sort) values ('350200', '厦门市', 'CITY', 1) on conflict do nothing").update();
        database.sql().sql("insert into enterprise (uscc, name, name_key, region) values (?, '示例机械有限公司', '示例机械有限公司', '350200')").param(Desk.FIRM).update();
        UUID stranger = desk.takeIn(Draft.of(desk.submission("stranger", "厂房漏水。")).with(new Recognition(null, "示例陌生商行", "350200", false, "recognised.not"))
                .with(new Classification(List.of(new Classification.Candidate("land", 0.9)), List.of(), "rules", true))
                .with(new Routing(List.of(lead("zr")), List.of(), List.of(), List.of()))).appeal();
        database.sql().sql("update appeal set uscc = null where id = ?").param(stranger).update();
        for (String said : List.of(Desk.FIRM, "示例机械")) {
            assertEquals(true, reads.list(centre(), new AppealFilter(null, null, said, null, null, null, null, null, null), null, 9).stream()
                    .map(AppealRow::id).toList().contains(known), said);
        }
        assertEquals(List.of(), reads.list(new Actor(Actor.Kind.SUPERVISOR, "s", "督查岗", null),
                new AppealFilter(null, null, "示例机械", null, null, null, null, null, null), null, 9), "a supervisor does not learn whose it is");
    }
}
