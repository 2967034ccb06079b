package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TemplateTest {

    private final Map<String, String> values = new HashMap<>(Map.of("number", "350200-20260305-000001", "title", "用地"));
    private final Template template = Template.parse("test", "Subject: 诉求 {{number}}\n\n标题：{{title}}\n{{?extra}}另：{{extra}}\n完");

    private String refusal(String title) {
        values.put("title", title);
        return assertThrows(NoticeRefused.class, () -> template.body(values::get)).getMessage();
    }

    @Test
    void whatIsKnownIsFilledInAndAnOptionalLineLeftOut() {
        assertEquals("诉求 350200-20260305-000001", template.subject(values::get));
        assertEquals("标题：用地\n完\n", template.body(values::get));
        values.put("extra", "补充");
        assertEquals("标题：用地\n另：补充\n完\n", template.body(values::get));
    }

    @Test
    void aMissingVariableRefusesTheNotice() {
        assertEquals("test: {{title}} is missing", refusal(null));
        assertEquals("test: {{title}} is missing", refusal(" "));
    }

    @Test
    void aHostileVariableRefusesTheNotice() {
        assertTrue(refusal("a\u001b[2J").contains("control"));
        assertTrue(refusal("fdp\u202Eexe").contains("control"));
        values.put("number", "1\r\nBcc: all@example.org");
        assertThrows(NoticeRefused.class, () -> template.subject(values::get));
        values.put("number", "1\u2028Bcc: all@example.org");
        assertThrows(NoticeRefused.class, () -> template.subject(values::get));
    }

    @Test
    void whatIsFilledInIsNeitherATemplateNorAReplacementAgain() {
        values.put("title", "{{number}} $1 \\0");
        assertEquals("标题：{{number}} $1 \\0\n完\n", template.body(values::get));
    }

    @Test
    void linesOfAnyKindOfComputerAreLines() {
        values.put("title", "a\r\nb\rc");
        assertEquals("标题：a\nb\nc\n完\n", template.body(values::get));
    }
}
