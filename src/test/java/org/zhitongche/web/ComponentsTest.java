package org.zhitongche.web;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import gg.jte.Content;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.zhitongche.time.Light;
import org.zhitongche.appeal.Refusal;

/** Each part of a page by itself. */
class ComponentsTest {

    private static final Map<String, Map<String, Object>> PARTS = new HashMap<>();
    private static final SiteUnderTest SITE = new SiteUnderTest(new Parts());

    /** Shows any part with what the test put down for it. */
    private static final class Parts implements Pages {
        @Override
        public Surface surface() {
            return Surface.FIRM;
        }

        @Override
        public void register(Routes routes) {
            routes.get("/part/{name}", Guard.ANYONE, visit ->
                visit.page("part/" + visit.path("name") + ".jte", PARTS.get(visit.path("name"))));
        }
    }

    @AfterAll
    static void stop() {
        SITE.close();
    }

    private static String show(String part, Map<String, Object> params, String query) {
        PARTS.put(part, params);
        return SITE.get("/part/" + part + query).body().replaceAll("\\s+", " ");
    }

    private static String show(String part, Map<String, Object> params) {
        return show(part, params, "");
    }

    @Test
    void aWrongFieldIsMarkedAndKeepsWhatWasTyped() {
        Form form = Form.of(Map.of("title", List.of(" <b>\"x\" ")));
        form.check(false, "title", "form.too-long", 3);
        String html = show("field", Map.of("form", form, "name", "title", "label", "标题", "hint", "一句话", "max", 3));
        assertTrue(html.contains("value=\"&lt;b>&#34;x&#34;\""), html);
        assertTrue(html.contains("aria-invalid=\"true\"") && html.contains("aria-describedby=\"title-hint title-error\""), html);
        assertTrue(html.contains("最多3个字"), html);
    }

    @Test
    void aPasswordIsNeverShownAgain() {
        Form form = Form.of(Map.of("password", List.of("secret")));
        assertFalse(show("field", Map.of("form", form, "name", "password", "label", "密码", "type", "password")).contains("secret"));
    }

    @Test
    void aSelectKeepsItsChoice() {
        Form form = Form.of(Map.of("light", List.of("RED")));
        String html = show("select", Map.of("form", form, "name", "light", "label", "灯", "options",
            Option.of(Light.class, "light", SiteUnderTest.WORDS)));
        assertTrue(html.contains("<option value=\"RED\" selected>已超期</option>"), html);
        assertEquals(1, html.split("selected").length - 1);
    }

    @Test
    void choicesMayBeOneOrSeveral() {
        Form form = Form.of(Map.of("c", List.of("A", "C")));
        List<Option> options = List.of(new Option("A", "甲"), new Option("B", "乙"), new Option("C", "丙"));
        String several = show("choices", Map.of("form", form, "name", "c", "legend", "选", "options", options, "several", true));
        assertEquals(2, several.split(" checked").length - 1, several);
        assertTrue(several.contains("type=\"checkbox\""));
        assertTrue(show("choices", Map.of("form", form, "name", "c", "legend", "选", "options", options)).contains("type=\"radio\""));
    }

    @Test
    void aRefusalStandsAboveTheForm() {
        Form form = Form.empty();
        form.refuse(new Refusal("version.changed", 3, 5), SiteUnderTest.WORDS);
        Content nothing = output -> { };
        String html = show("form", Map.of("form", form, "action", "/x", "submit", "交", "content", nothing));
        assertTrue(html.contains("您看到第 3 版，现为第 5 版"), html);
        assertFalse(html.contains("href=\"#\""));
    }

    @Test
    void anEmptyTableSaysSo() {
        Content row = output -> output.writeContent("<tr><td data-label=\"a\">1</td></tr>");
        Map<String, Object> params = Map.of("caption", "表", "head", List.of("甲", "乙"), "content", row);
        String full = show("table", params);
        assertTrue(full.contains("<th scope=\"col\">乙</th>") && full.contains("<td data-label=\"a\">1</td>"), full);
        Map<String, Object> empty = new HashMap<>(params);
        empty.put("empty", true);
        String none = show("table", empty);
        assertTrue(none.contains("暂无内容") && !none.contains("<table"), none);
    }

    @Test
    void thePagerKeepsTheSearchAndLeadsBackToTheStart() {
        String first = show("pager", Map.of("next", "c1"), "?q=%E7%94%A8%E7%94%B5");
        assertTrue(first.contains("href=\"/part/pager?q=%E7%94%A8%E7%94%B5&amp;after=c1\""), first);
        assertFalse(first.contains("回到首页"));
        Map<String, Object> last = new HashMap<>();
        last.put("next", null);
        String end = show("pager", last, "?q=a&after=c1");
        assertTrue(end.contains("href=\"/part/pager?q=a\"") && !end.contains("下一页"), end);
    }

    @Test
    void aLightHasWordsAndNotOnlyAColour() {
        assertTrue(show("light", Map.of("light", Light.RED)).contains("已超期"));
        assertTrue(show("light", Map.of("light", Light.NONE)).contains("正常"));
        assertTrue(show("figure", Map.of("name", "办结率", "value", "99.6%", "note", "1 ÷ 2", "link", "/x")).contains("99.6%"));
        assertTrue(show("fact", Map.of("name", "企业")).contains("—"));
    }

    @Test
    void aSliceKnowsWhetherThereIsMore() {
        assertEquals(new Slice<>(List.of("a", "b"), "b"), Slice.of(new ArrayList<>(List.of("a", "b", "c")), 2, s -> s));
        assertEquals(new Slice<>(List.of("a", "b"), null), Slice.of(List.of("a", "b"), 2, s -> s));
    }

    @Test
    void timesAreToldInChinasTime() {
        Page page = new Page(null, null);
        assertEquals("2026-11-23 15:04", page.time(Instant.parse("2026-11-23T07:04:59Z")));
        assertEquals("2026-11-24", page.date(Instant.parse("2026-11-23T16:00:00Z")));
        assertEquals("—", page.time(null));
    }
}
