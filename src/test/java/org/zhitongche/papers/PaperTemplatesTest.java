package org.zhitongche.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.zhitongche.db.StartFailure;
import org.zhitongche.words.BadValue;

class PaperTemplatesTest {

    private static final String NUMBER = "文号：直通受〔{{year}}〕{{serial}}号";
    private static final Map<String, String> VALUES = Map.of("firm", "示例公司", "title", "# 标题 | {{number}} [[record]]", "number", "N1",
            "year", "2026", "serial", "7", "text", "第一段\n第二段");

    private static PaperTemplate read(PaperKind kind, String... lines) {
        return new PaperTemplateReader(kind, Path.of("acceptance.txt")).read(Arrays.asList(lines));
    }

    private static String failure(String... lines) {
        return assertThrows(StartFailure.class, () -> read(PaperKind.ACCEPTANCE, lines)).getMessage();
    }

    @Test
    void thoseDeliveredAreReadAndEachKindHasItsNames() {
        PaperTemplates templates = PaperTemplates.load(TestPapers.TEMPLATES);
        for (PaperKind kind : PaperKind.values()) {
            assertEquals(kind, templates.get(kind).kind());
            assertTrue(TestPapers.WORDS.has("paper." + kind.name()), kind.name());
        }
    }

    @Test
    void whatNobodyCanFillInStopsTheStartWithFileAndLine() {
        assertTrue(failure(NUMBER, "# 告知书", "", "{{fimr}}：").startsWith("acceptance.txt line 4: nobody knows {{fimr}} here; known are {{acceptedAt}}"));
        assertTrue(failure(NUMBER, "# 告知书", "{{?orders}}有督办").contains("line 3: nobody knows {{orders}}"));
        assertTrue(failure(NUMBER, "# 告知书", "{{企业}}：").contains("line 3: a place to fill in is written"));
        assertTrue(failure(NUMBER, "# 告知书", "[[record]]").contains("line 3: there is no [[record]]"));
        assertTrue(failure(NUMBER, "# 告知书", "| 一 | 二 | 三 |").contains("line 3: a row has two or four cells"));
        assertTrue(failure(NUMBER, "正文").contains("has no title"));
        assertTrue(failure("# 告知书").contains("line 1: must begin with a line like"));
    }

    @Test
    void aNumberIsWrittenAsTheFirstLineSays() {
        assertEquals("直通受〔2026〕7号", read(PaperKind.ACCEPTANCE, NUMBER, "# 告知书").number(VALUES::get));
    }

    @Test
    void aValueIsNeverReadAsMarkup() {
        List<Block> blocks = read(PaperKind.ACCEPTANCE, NUMBER, "# {{title}}", "{{title}}", "| 标题 | {{title}} |").fill(VALUES::get, Map.of());
        String title = VALUES.get("title");
        assertEquals(new Block.Title(title), blocks.get(0));
        assertEquals(new Block.Paragraph(title), blocks.get(1));
        assertEquals(List.of("标题", title), ((Block.Table) blocks.get(2)).texts().toList());
    }

    @Test
    void linesBecomeParagraphsAndWhatIsMissingIsLeftOutOrRefused() {
        List<Block> blocks = read(PaperKind.ACCEPTANCE, NUMBER, "# 告知书", "{{text}}", "{{?files}}附件：{{files}}", "> 甲", "> （盖章处）").fill(VALUES::get, Map.of());
        assertEquals(List.of(new Block.Title("告知书"), new Block.Paragraph("第一段"), new Block.Paragraph("第二段"),
                new Block.Signature(List.of("甲", "（盖章处）"))), blocks);
        BadValue missing = assertThrows(BadValue.class, () -> read(PaperKind.ACCEPTANCE, NUMBER, "# 告知书", "{{files}}").fill(VALUES::get, Map.of()));
        assertEquals("files", missing.name());
    }
}
