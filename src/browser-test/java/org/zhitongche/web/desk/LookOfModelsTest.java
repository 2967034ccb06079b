package org.zhitongche.web.desk;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.classify.CompareVersions;
import org.zhitongche.classify.ModelInForce;
import org.zhitongche.classify.ModelVersions;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.classify.model.Trainer;
import org.zhitongche.db.Database;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.handling.AcceptAndDispatch;
import org.zhitongche.handling.Desk;
import org.zhitongche.web.Browser;

/** The page of models in a real browser, on phone and desktop. */
class LookOfModelsTest {

    @RegisterExtension
    static final OpenOffice OPEN = new OpenOffice(LookOfModelsTest::open);
    @RegisterExtension
    static final Browser BROWSER = new Browser();

    private static final CategoryBook BOOK = CategoryBook.read(Path.of("config/categories.yaml"));
    private static ModelVersions models;
    private static ModelInForce node;
    private static final Office office = OPEN.office();

    private static Office open(Database database) {
        models = new ModelVersions(database, () -> Instant.parse("2026-03-05T01:00:00Z"), BOOK);
        node = new ModelInForce(models, (number, why) -> { });
        return new Office(database, new ModelPages(models), new ComparisonPages(models, new CompareVersions(database, models,
            BOOK, () -> Instant.parse("2026-03-06T01:00:00Z"))));
    }

    @Test
    void aModelIsPutInForceAndTheFormerOneIsAClickAway() {
        BROWSER.become(office.site, Office.centre());
        Page page = BROWSER.page();
        page.navigate(office.site.address("/admin/models"));
        assertThat(page.locator("main")).containsText("还没有模型");
        upload(page, model("三月分类.csv", "taxes"));
        upload(page, model("四月分类.csv", "land"));
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertEquals(Optional.empty(), onTheNode());
        row(page, "三月分类.csv").locator("button").click();
        assertThat(row(page, "三月分类.csv")).containsText("使用中");
        assertEquals(Optional.of("taxes"), onTheNode());
        row(page, "四月分类.csv").locator("button").click();
        assertThat(row(page, "四月分类.csv")).containsText("使用中");
        assertEquals(Optional.of("land"), onTheNode());
        assertThat(row(page, "三月分类.csv").locator("button")).hasText("启用");
        BROWSER.inspect("models");
        row(page, "三月分类.csv").locator("button").click();
        assertThat(row(page, "三月分类.csv")).containsText("使用中");
        assertEquals(Optional.of("taxes"), onTheNode());
        upload(page, model("六月分类.csv", "land"));
        assertThat(page.locator("body")).containsText("1 类它没有学过，启用后不会再提出：taxes");
        page.locator("text=停用类别模型").click();
        assertThat(page.locator("main")).containsText("没有启用模型");
        assertEquals(0, models.list().stream().filter(ModelVersions.Version::inForce).count());
    }

    @Test
    void whatIsNoModelIsRefusedAndAModelIsComparedWithWhatPeopleDecided() {
        BROWSER.become(office.site, Office.centre());
        for (String text : List.of("甲号泡泡机卡住", "乙号泡泡机卡住", "橡皮筋丙断了")) {
            office.desk.act(Desk.centre(), office.inTriage(text, List.of()), new AcceptAndDispatch(text.contains("泡泡") ? "taxes" : "loans", List.of(Desk.lead(Office.TAX))));
        }
        Page page = BROWSER.page();
        BROWSER.expect("422");
        page.navigate(office.site.address("/admin/models"));
        page.setInputFiles("#model", new FilePayload("x.model", "application/octet-stream", new byte[] {1, 2, 3}));
        page.locator("button:has-text('加入模型文件')").click();
        assertThat(page.locator("[role=alert]")).containsText("不是模型文件");
        models.add(model("五月分类.csv", "taxes"), "命令行");
        page.navigate(office.site.address("/admin/models"));
        row(page, "五月分类.csv").locator("text=对比").click();
        assertThat(page.locator("main")).containsText("人工决定3件");
        assertThat(page.locator("tbody").first().locator("tr").last()).containsText("3 ÷ 3");
        assertThat(page.locator("tbody").last()).containsText("税费");
        BROWSER.inspect("model-comparison");
        page.locator("text=启用模型").click();
        assertThat(row(page, "五月分类.csv")).containsText("使用中");
        office.database.sql().sql("truncate model_activation, model_version").update();
    }

    @Test
    void aDepartmentSeesNoModels() {
        assertEquals(404, statusFor(Office.officer(Office.LAND)));
    }

    private static int statusFor(org.zhitongche.web.Viewer viewer) {
        BROWSER.become(office.site, viewer);
        return office.site.get("/admin/models").statusCode();
    }

    private static void upload(Page page, byte[] model) {
        page.setInputFiles("#model", new FilePayload("x.model", "application/octet-stream", model));
        page.locator("button:has-text('加入模型文件')").click();
        assertThat(page.locator("[role=alert]")).hasCount(0);
    }

    /** What the model by which a running node decides says of such a text. */
    private static Optional<String> onTheNode() {
        node.look();
        return node.get().map(now -> now.model().classify(null, "子号泡泡机卡住").get(0).label());
    }

    private static Locator row(Page page, String source) {
        return page.locator("tbody tr", new Page.LocatorOptions().setHasText(source));
    }

    private static byte[] model(String source, String bubbles) {
        List<Example> examples = new ArrayList<>();
        for (char place : "甲乙丙丁戊己庚辛壬癸".toCharArray()) {
            examples.add(new Example(null, place + "号泡泡机卡住", bubbles));
            examples.add(new Example(null, "橡皮筋" + place + "断了", "loans"));
        }
        return ModelFile.bytes(Trainer.train(examples, new Provenance(source, null, new Provenance.Columns(null, "text", "label"), 20, 20, 1, null,
                Instant.parse("2026-03-04T02:00:00Z"), "test", 0, null), each -> {}));
    }
}
