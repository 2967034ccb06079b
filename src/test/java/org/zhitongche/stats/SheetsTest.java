package org.zhitongche.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.jsoup.parser.Parser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SheetsTest {

    @TempDir
    Path folder;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"=cmd|'/c calc'!A1", "+1+1", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "＝1+1"})
    void aTextThatLooksLikeAFormulaStaysAText(String text) throws IOException {
        try (Sheets csv = new CsvSheets(out)) {
            csv.begin("表");
            csv.row(text, -1.5);
        }
        String cell = out.toString(StandardCharsets.UTF_8).split("\r\n", 2)[1];
        assertTrue(cell.startsWith("'") || cell.startsWith("\"'"), cell);
        assertTrue(cell.contains(",-1.5"), "a number is a number");
        out.reset();
        try (Sheets xlsx = new XlsxSheets(out)) {
            xlsx.begin("表", 10);
            xlsx.row(text);
        }
        String sheet = parts().get("xl/worksheets/sheet1.xml");
        assertFalse(sheet.contains("<f>"), sheet);
        assertTrue(sheet.contains("t=\"inlineStr\""), sheet);
    }

    @Test
    void csvQuotesWhatWouldBreakItsRowsAndBeginsWithItsMark() {
        try (Sheets csv = new CsvSheets(out)) {
            csv.begin("一");
            csv.row("a,b", "说\"好\"", null, new BigDecimal("1.50"), "—");
            csv.begin("二");
            csv.row(3);
        }
        assertEquals("\uFEFF一\r\n\"a,b\",\"说\"\"好\"\"\",,1.50,—\r\n\r\n二\r\n3\r\n", out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void aWorkbookGoesOnAsItsRowsCome() throws IOException {
        try (Sheets xlsx = new XlsxSheets(out)) {
            xlsx.begin("清单", 10, 20);
            for (int n = 0; n < 20_000; n++) {
                xlsx.row("编号" + n, n);
                if (n == 19_000) {
                    assertTrue(out.size() > 50_000, "most of it is written before it ends: " + out.size());
                }
            }
            xlsx.begin("另一张");
            xlsx.row("完");
        }
        assertTrue(parts().get("xl/worksheets/sheet1.xml").contains("编号19999"));
        assertTrue(parts().get("xl/worksheets/sheet2.xml").contains("完"));
    }

    private Map<String, String> parts() throws IOException {
        Path file = Files.write(folder.resolve("sheets.xlsx"), out.toByteArray());
        Map<String, String> parts = new HashMap<>();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (ZipEntry entry : Collections.list(zip.entries())) {
                parts.put(entry.getName(), Parser.unescapeEntities(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8), false));
            }
        }
        return parts;
    }
}
