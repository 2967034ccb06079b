package org.zhitongche.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.ParagraphAlignment;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageMar;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPageSz;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTSectPr;

/** Sets papers as docx, to be worked on in an office program: the same parts in the same order as the PDF, no link out. */
final class DocxSetter {

    private static final String RED = "C8102E";
    private static final long TWIPS_PER_CM = 567;

    byte[] set(Paper paper) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(document);
            document.getProperties().getCoreProperties().setTitle(paper.title() + " " + paper.number());
            for (int at = 0; at < paper.blocks().size(); at++) {
                boolean signed = at + 1 < paper.blocks().size() && paper.blocks().get(at + 1) instanceof Block.Signature;
                add(document, paper.blocks().get(at), signed);
            }
            document.write(out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void page(XWPFDocument document) {
        CTSectPr section = document.getDocument().getBody().addNewSectPr();
        CTPageSz size = section.addNewPgSz();
        size.setW(BigInteger.valueOf(11906));
        size.setH(BigInteger.valueOf(16838));
        CTPageMar margins = section.addNewPgMar();
        margins.setTop(twips(33));
        margins.setRight(twips(26));
        margins.setBottom(twips(32));
        margins.setLeft(twips(28));
        margins.setFooter(twips(20));
        XWPFParagraph foot = new XWPFHeaderFooterPolicy(document, section).createFooter(XWPFHeaderFooterPolicy.DEFAULT).createParagraph();
        foot.setAlignment(ParagraphAlignment.CENTER);
        DocxText.BODY.at(12).write(foot, "— ");
        foot.getCTP().addNewFldSimple().setInstr("PAGE");
        DocxText.BODY.at(12).write(foot, " —");
    }

    private static BigInteger twips(long millimetres) {
        return BigInteger.valueOf(millimetres * TWIPS_PER_CM / 10);
    }

    /** @param signed a signature follows, which must not stand alone on the next page */
    private static void add(XWPFDocument document, Block block, boolean signed) {
        if (block instanceof Block.Letterhead b) {
            XWPFParagraph line = paragraph(document, ParagraphAlignment.CENTER);
            line.setBorderBottom(Borders.SINGLE);
            line.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
            line.setSpacingAfter(160);
            DocxText.TITLE.at(26).in(RED).write(line, b.text());
        } else if (block instanceof Block.Title b) {
            XWPFParagraph line = paragraph(document, ParagraphAlignment.CENTER);
            line.setSpacingBefore(440);
            line.setSpacingAfter(440);
            DocxText.TITLE.at(22).write(line, b.text());
        } else if (block instanceof Block.Heading b) {
            DocxText.HEADING.at(16).write(paragraph(document, ParagraphAlignment.LEFT), b.text());
        } else if (block instanceof Block.Flush b) {
            DocxText.BODY.at(16).write(paragraph(document, ParagraphAlignment.LEFT), b.text());
        } else if (block instanceof Block.Paragraph b) {
            XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.LEFT);
            paragraph.setFirstLineIndent(640);
            paragraph.setKeepNext(signed);
            DocxText.BODY.at(16).write(paragraph, b.text());
        } else if (block instanceof Block.Signature b) {
            b.lines().forEach(line -> sign(document, line));
        } else {
            new DocxTable(document).add((Block.Table) block, signed);
        }
    }

    private static void sign(XWPFDocument document, String line) {
        XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.RIGHT);
        paragraph.setKeepNext(true);
        DocxText text = DocxText.BODY.at(16);
        if (Block.Signature.isSeal(line)) {
            paragraph.setSpacingBefore(340);
            paragraph.setSpacingAfter(340);
            paragraph.setIndentationRight(680);
            text = text.at(12).in("777777");
        }
        text.write(paragraph, line);
    }

    private static XWPFParagraph paragraph(XWPFDocument document, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        return paragraph;
    }
}
