package org.zhitongche.app;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.papers.Block;
import org.zhitongche.papers.Format;
import org.zhitongche.papers.Paper;
import org.zhitongche.papers.PaperSetter;
import org.zhitongche.papers.Typefaces;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** What setting a reply of three pages costs, beside a bare loop that only puts the same words on pages in one font. */
@Command(name = "papers", mixinStandardHelpOptions = true, description = "papers set as PDF and docx, beside a bare loop")
final class BenchPapers implements Callable<Integer> {

    private static final String SENTENCE = "该宗地涉及林地占用审核，按规定须先行办理使用林地审核同意书，我局已会同林业部门完成现场核验。";
    private static final int LINE = 28;
    private static final int LINES = 22;

    @Option(names = "--papers", defaultValue = "100", description = "of each kind (default: ${DEFAULT-VALUE})")
    private int papers;
    @Mixin
    private Common common;
    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        PaperSetter setter = new PaperSetter(Typefaces.of(common.settings().paths(Key.PAPERS_FONTS)));
        Paper paper = reply();
        TrueTypeFont font = font();
        double first = milliseconds(1, () -> setter.set(paper, Format.PDF));
        bare(font);
        setter.set(paper, Format.DOCX);
        double bare = milliseconds(papers, () -> bare(font));
        double pdf = milliseconds(papers, () -> setter.set(paper, Format.PDF));
        double docx = milliseconds(papers, () -> setter.set(paper, Format.DOCX));
        print(first, bare, pdf, docx);
        return 0;
    }

    private static Paper reply() {
        List<Block> blocks = new ArrayList<>(List.of(new Block.Letterhead("示例市自然资源局"), new Block.Title("答复书"), new Block.Flush("示例机械有限公司：")));
        Stream.generate(() -> new Block.Paragraph(SENTENCE.repeat(5))).limit(5).forEach(blocks::add);
        blocks.add(new Block.Signature(List.of("示例市自然资源局", "（盖章处）", "2026年3月5日")));
        return new Paper("示例〔2026〕1号", "答复书", blocks);
    }

    private static TrueTypeFont font() throws IOException {
        try (InputStream in = BenchPapers.class.getResourceAsStream("/fonts/ttf/NotoSansSC/NotoSansSC-Regular.ttf")) {
            return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
        }
    }

    private static byte[] bare(TrueTypeFont typeface) {
        try (PDDocument document = new PDDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            PDType0Font font = PDType0Font.load(document, typeface, true);
            String text = SENTENCE.repeat(25);
            for (int from = 0; from < text.length(); from += LINE * LINES) {
                page(document, font, text.substring(from, Math.min(from + LINE * LINES, text.length())));
            }
            document.save(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(PDDocument document, PDType0Font font, String text) throws IOException {
        PDPage page = new PDPage(PDRectangle.A4);
        document.addPage(page);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.beginText();
            content.setFont(font, 16);
            content.setLeading(28);
            content.newLineAtOffset(79, 720);
            for (int from = 0; from < text.length(); from += LINE) {
                content.showText(text.substring(from, Math.min(from + LINE, text.length())));
                content.newLine();
            }
            content.endText();
        }
    }

    private static double milliseconds(int times, Supplier<byte[]> work) {
        long start = System.nanoTime();
        for (int n = 0; n < times; n++) {
            work.get();
        }
        return (System.nanoTime() - start) / 1e6 / times;
    }

    private void print(double first, double bare, double pdf, double docx) {
        output.print(() -> EventCodec.JSON.createObjectNode().put("papers", papers).put("firstMs", first).put("bareMs", bare)
                        .put("pdfMs", pdf).put("docxMs", docx).toPrettyString(),
                out -> out.printf(Locale.ROOT, "三页的答复书各 %d 份　裸循环 %.1f 毫秒　PDF %.1f 毫秒（首份 %.0f 毫秒，含读入字体）　docx %.1f 毫秒%n", papers, bare, pdf, first, docx));
    }
}
