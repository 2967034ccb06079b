package org.zhitongche.papers;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.apache.pdfbox.text.TextPosition;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.appeal.Refusal;

/** What stands on a paper is what was said: nothing more, nothing less, nothing from elsewhere. */
class SettingTest {

    private static final String LONG_NAME = "示例新能源智能装备制造科技集团股份有限公司第三生产基地分公司暨研发中心联合体项目部筹备处办公室一二三四五六七八九十一二三四五";
    /** Where Debian's package fonts-hanazono puts it; the test of what only such a font has is left out without it. */
    private static final Path HANAZONO = Path.of("/usr/share/fonts/truetype/hanazono/HanaMinB.ttf");

    private static Paper paper(Block... blocks) {
        return new Paper("直通受〔2026〕1号", "受理告知书", List.of(blocks));
    }

    private byte[] pdf(Paper paper) {
        return new PdfSetter(TestPapers.OWN).set(paper);
    }

    private static byte[] docx(Paper paper) {
        return new DocxSetter().set(paper);
    }

    private static Block.Table form(String label, String text) {
        return Form.of(List.of(Form.row(List.of(label, "{{text}}"), cell -> cell.replace("{{text}}", text))));
    }

    private static String saidInDocx(byte[] docx) throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx)); XWPFWordExtractor text = new XWPFWordExtractor(document)) {
            return PaperHouse.bare(text.getText());
        }
    }

    @Test
    void everyWordStandsInBoth() throws IOException {
        Paper paper = paper(new Block.Letterhead("示例中心"), new Block.Title("受理告知书"), new Block.Heading("一、情况"), new Block.Flush("示例公司："),
                new Block.Paragraph("现予受理，〇、㎡、“引号”——都在。"), form("诉求企业", LONG_NAME), new Block.Signature(List.of("示例中心", "（盖章处）", "2026年3月5日")));
        String pdf = PaperHouse.said(pdf(paper));
        String docx = saidInDocx(docx(paper));
        paper.texts().map(PaperHouse::bare).forEach(text -> {
            assertTrue(pdf.contains(text), () -> text + " is not in\n" + pdf);
            assertTrue(docx.contains(text), () -> text + " is not in\n" + docx);
        });
    }

    @Test
    void thePagesAreA4WithTheirNumbersAndTheFontsPartsInside() throws IOException {
        try (PDDocument document = Loader.loadPDF(pdf(paper(new Block.Paragraph("现予受理。"), new Block.Title("标题"))))) {
            assertEquals(1, document.getNumberOfPages());
            for (PDPage page : document.getPages()) {
                assertEquals(PDRectangle.A4.getWidth(), page.getMediaBox().getWidth(), 0.5);
                assertEquals(PDRectangle.A4.getHeight(), page.getMediaBox().getHeight(), 0.5);
                int fonts = 0;
                for (COSName name : page.getResources().getFontNames()) {
                    PDFont font = page.getResources().getFont(name);
                    assertTrue(font.isEmbedded(), font.getName());
                    assertTrue(font.getName().matches("[A-Z]{6}\\+.*"), () -> font.getName() + " is no subset");
                    fonts++;
                }
                assertEquals(2, fonts);
            }
            assertTrue(PaperHouse.bare(new PDFTextStripper().getText(document)).contains("—1—"));
        }
        assertTrue(pdf(paper(new Block.Paragraph("现予受理。"))).length < 100_000, "not the whole font");
    }

    @Test
    void aLongReplyGoesOnOnFurtherPages() throws IOException {
        String text = "该宗地涉及林地占用审核，须先行办理使用林地审核同意书。".repeat(120);
        byte[] pdf = pdf(paper(new Block.Paragraph(text), form("办理结果", text), new Block.Signature(List.of("示例中心", "2026年3月5日"))));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            assertTrue(document.getNumberOfPages() > 5);
            String said = PaperHouse.said(pdf).replaceAll("—\\d+—", "");
            assertTrue(said.contains(text) && said.indexOf(text) != said.lastIndexOf(text), "both are whole");
        }
    }

    @Test
    void aSignatureNeverStandsAloneOnAPage() throws IOException {
        Block.Signature signature = new Block.Signature(List.of("示例市自然资源局", "（盖章处）", "2026年3月5日"));
        int two = 0;
        for (int rows = 14; rows < 38; rows++) {
            List<String> head = rows < 26 ? List.of() : List.of("事项", "内容");
            List<List<Block.Cell>> cells = IntStream.range(0, rows).mapToObj(n -> List.of(Block.Cell.label("事项" + n), Block.Cell.of("内容末" + n))).toList();
            byte[] set = pdf(paper(new Block.Title("办理单"), new Block.Table(head, List.of(30, 70), cells), signature));
            try (PDDocument document = Loader.loadPDF(set)) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(document.getNumberOfPages());
                String page = PaperHouse.bare(last.getText(document));
                assertTrue(page.contains("内容末" + (rows - 1)) && page.contains("2026年3月5日"), rows + " rows: " + page);
                two += document.getNumberOfPages() - 1;
            }
        }
        assertTrue(two > 0 && two < 24, "some of them fill their page: " + two);
        byte[] docx = docx(paper(form("事项", "内容"), signature));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx))) {
            assertTrue(document.getTables().get(0).getRow(0).getCell(0).getParagraphs().get(0).isKeepNext());
        }
    }

    /** Without a page break in reach it is cut at a sentence's end; no word is lost by that. */
    @Test
    void alsoUnderALongTextTheSignatureStandsWithItsEnd() throws IOException {
        Block.Signature signature = new Block.Signature(List.of("示例市自然资源局", "（盖章处）", "2026年3月5日"));
        for (int sentences = 34; sentences < 64; sentences++) {
            String text = IntStream.range(0, sentences).mapToObj(n -> "该宗地第" + n + "块涉及林地占用审核。").collect(Collectors.joining());
            byte[] set = pdf(paper(new Block.Title("办理单"), Form.of(List.of(Form.row(List.of("事项", "内容"), cell -> cell), Form.row(List.of("诉求内容", text), cell -> cell))), signature));
            try (PDDocument document = Loader.loadPDF(set)) {
                PDFTextStripper last = new PDFTextStripper();
                last.setStartPage(document.getNumberOfPages());
                assertTrue(PaperHouse.bare(last.getText(document)).contains((sentences - 1) + "块涉及林地占用审核。示例市自然资源局"), sentences + " sentences");
            }
            assertTrue(PaperHouse.said(set).replaceAll("—\\d+—", "").contains(text));
        }
    }

    @Test
    void numbersStandToTheRightAndRowsAreNotTornInADocxEither() throws IOException {
        Block.Table list = new Block.Table(List.of("指标", "数值"), List.of(70, 30), List.of(List.of(Block.Cell.of("办结率"), Block.Cell.number("99.6%"))));
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx(paper(list))))) {
            XWPFTableRow row = document.getTables().get(0).getRow(1);
            assertTrue(row.isCantSplitRow() && document.getTables().get(0).getRow(0).isRepeatHeader());
            assertEquals(ParagraphAlignment.LEFT, row.getCell(0).getParagraphs().get(0).getAlignment());
            assertEquals(ParagraphAlignment.RIGHT, row.getCell(1).getParagraphs().get(0).getAlignment());
        }
    }

    @Test
    void namesOfSixtyCharactersWrapInsideTheMargins() throws IOException {
        assertTrue(LONG_NAME.length() >= 60);
        String unbroken = "EXAMPLE".repeat(20);
        byte[] pdf = pdf(paper(new Block.Letterhead(LONG_NAME), new Block.Title(LONG_NAME), new Block.Flush(LONG_NAME + "："), form(LONG_NAME, unbroken),
                new Block.Paragraph(unbroken), new Block.Signature(List.of(LONG_NAME))));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            new PDFTextStripper() {
                @Override
                protected void processTextPosition(TextPosition text) {
                    float right = text.getXDirAdj() + text.getWidthDirAdj();
                    assertTrue(text.getXDirAdj() > 60 && right < PDRectangle.A4.getWidth() - 60, () -> text + " ends at " + right);
                }
            }.getText(document);
        }
        assertTrue(PaperHouse.said(pdf).contains(LONG_NAME + "："));
    }

    @Test
    void rareCharactersAreThere() throws IOException {
        Paper paper = paper(new Block.Paragraph("㙟䶮先生"));
        assertTrue(PaperHouse.said(pdf(paper)).contains("㙟䶮先生"));
        assertTrue(saidInDocx(docx(paper(new Block.Paragraph("𠮷先生")))).contains("𠮷先生"));
    }

    @Test
    void whatTheFirstFontLacksComesFromTheSecond() throws IOException {
        Assumptions.assumeTrue(Files.isReadable(HANAZONO), "install Debian's fonts-hanazono to see the second font");
        byte[] pdf = new PdfSetter(Typefaces.of(List.of(HANAZONO))).set(paper(new Block.Paragraph("𠮷野先生与𪚥先生")));
        assertTrue(PaperHouse.said(pdf).contains("𠮷野先生与𪚥先生"));
        try (PDDocument document = Loader.loadPDF(pdf)) {
            int fonts = 0;
            for (COSName name : document.getPage(0).getResources().getFontNames()) {
                PDFont font = document.getPage(0).getResources().getFont(name);
                assertTrue(font.isEmbedded() && font.getName().contains("+"), font.getName());
                fonts++;
            }
            assertEquals(2, fonts);
        }
    }

    @Test
    void aCharacterThatNoFontHasStopsThePaperAndIsNamed() {
        Refusal refusal = assertThrows(Refusal.class, () -> pdf(paper(new Block.Paragraph("某🙂先生"))));
        assertEquals("paper.character", refusal.rule());
        assertEquals(List.of("🙂", "U+1F642"), refusal.args());
    }

    @Test
    void markupInATextIsTextAndAsksForNothing(@TempDir Path folder) throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.txt"), "TOP-SECRET");
        try (ServerSocket server = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            server.setSoTimeout(300);
            String at = "http://127.0.0.1:" + server.getLocalPort();
            String hostile = "<img src=\"" + at + "/a.png\"/><link rel=\"stylesheet\" href=\"" + secret.toUri() + "\"/>"
                    + "<!DOCTYPE x [<!ENTITY e SYSTEM \"" + secret.toUri() + "\">]>&e;<style>@import url(" + at + "/b.css); *{background:url(" + at + "/c)}</style>"
                    + "]]></style><script>alert(1)</script><iframe src=\"" + secret.toUri() + "\"></iframe>";
            Paper paper = paper(new Block.Title(hostile), new Block.Paragraph(hostile), form("标签", hostile));
            String pdf = PaperHouse.said(pdf(paper));
            String docx = saidInDocx(docx(paper));
            assertTrue(pdf.contains(PaperHouse.bare(hostile)), pdf);
            assertTrue(docx.contains(PaperHouse.bare(hostile)), docx);
            assertFalse(pdf.contains("TOP-SECRET") || docx.contains("TOP-SECRET"));
            assertThrows(SocketTimeoutException.class, server::accept, "somebody asked for it");
        }
    }

    @Test
    void aDocxLinksToNothingOutside() throws IOException {
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(docx(paper(new Block.Paragraph("http://example.org/ 现予受理。")))))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                String text = new String(zip.readAllBytes(), StandardCharsets.UTF_8);
                assertFalse(text.contains("TargetMode=\"External\""), entry.getName());
            }
        }
    }

    @Test
    void aDocxIsA4AndHasItsPagesNumbered() throws IOException {
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(docx(paper(new Block.Paragraph("现予受理。"), form("标签", "内容")))))) {
            var section = document.getDocument().getBody().getSectPr();
            assertEquals("11906", section.getPgSz().getW().toString());
            assertEquals("16838", section.getPgSz().getH().toString());
            assertNotNull(document.getFooterList().get(0));
            assertTrue(document.getFooterList().get(0).getParagraphs().get(0).getCTP().getFldSimpleArray(0).getInstr().contains("PAGE"));
            assertEquals("仿宋", document.getParagraphs().get(0).getRuns().get(0).getFontFamily());
        }
    }
}
