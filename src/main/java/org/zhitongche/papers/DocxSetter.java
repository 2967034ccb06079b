package org.zhitongche.papers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.apache.poi.xwpf.model.XWPFHeaderFooterPolicy;
import org.apache.poi.xwpf.usermodel.Borders;
import org.apache.poi.xwpf.usermodel.LineSpacingRule;
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
    /** In points, of the body. */
    private static final double LINE = 28;
    private static final int BEFORE_TABLE = 120;
    private static final int BEFORE_SIGNATURE = 280;

    byte[] set(Paper paper) {
        try (XWPFDocument document = new XWPFDocument(); ByteArrayOutputStream out = new ByteArrayOutputStream()) {
            page(document);
            document.getProperties().getCoreProperties().setTitle(paper.title() + " " + paper.number());
            for (int at = 0; at < paper.blocks().size(); at++) {
                add(document, paper.blocks().get(at), at + 1 < paper.blocks().size() ? paper.blocks().get(at + 1) : null);
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

    /** @param next what follows, null for nothing: a signature must not stand alone on the next page */
    private static void add(XWPFDocument document, Block block, Block next) {
        boolean signed = next instanceof Block.Signature;
        if (block instanceof Block.Letterhead b) {
            XWPFParagraph line = paragraph(document, ParagraphAlignment.CENTER);
            line.setBorderBottom(Borders.SINGLE);
            line.getCTP().getPPr().getPBdr().getBottom().setColor(RED);
            line.getCTP().getPPr().getPBdr().getBottom().setSpace(BigInteger.valueOf(6));
            line.setSpacingBetween(36, LineSpacingRule.EXACT);
            line.setSpacingAfter(160);
            DocxText.TITLE.at(26).in(RED).write(line, b.text());
        } else if (block instanceof Block.Title b) {
            XWPFParagraph line = paragraph(document, ParagraphAlignment.CENTER);
            line.setSpacingBetween(34, LineSpacingRule.EXACT);
            line.setSpacingBefore(280);
            line.setSpacingAfter(280);
            line.setKeepNext(true);
            DocxText.TITLE.at(22).write(line, b.text());
        } else if (block instanceof Block.Heading b) {
            XWPFParagraph line = paragraph(document, ParagraphAlignment.LEFT);
            line.setSpacingBefore(220);
            line.setSpacingAfter(110);
            line.setKeepNext(true);
            DocxText.HEADING.at(16).write(line, b.text());
        } else if (block instanceof Block.Flush b) {
            DocxText.BODY.at(16).write(paragraph(document, ParagraphAlignment.LEFT), b.text());
        } else if (block instanceof Block.Paragraph b) {
            XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.LEFT);
            paragraph.setFirstLineIndent(640);
            paragraph.setKeepNext(signed);
            paragraph.setSpacingAfter(next instanceof Block.Table ? BEFORE_TABLE : signed ? BEFORE_SIGNATURE : 0);
            DocxText.BODY.at(16).write(paragraph, b.text());
        } else if (block instanceof Block.Signature b) {
            for (int at = 0; at < b.lines().size(); at++) {
                sign(document, b.lines().get(at)).setKeepNext(at < b.lines().size() - 1);
            }
        } else {
            new DocxTable(document).add((Block.Table) block, signed);
        }
    }

    private static XWPFParagraph sign(XWPFDocument document, String line) {
        XWPFParagraph paragraph = paragraph(document, ParagraphAlignment.RIGHT);
        DocxText text = DocxText.BODY.at(16);
        if (Block.Signature.isSeal(line)) {
            paragraph.setSpacingBetween(20, LineSpacingRule.EXACT);
            paragraph.setSpacingBefore(110);
            paragraph.setSpacingAfter(110);
            paragraph.setIndentationRight(680);
            text = text.at(12).in("777777");
        }
        text.write(paragraph, line);
        return paragraph;
    }

    private static XWPFParagraph paragraph(XWPFDocument document, ParagraphAlignment alignment) {
        XWPFParagraph paragraph = document.createParagraph();
        paragraph.setAlignment(alignment);
        paragraph.setSpacingBetween(LINE, LineSpacingRule.EXACT);
        DocxText.closeUp(paragraph);
        return paragraph;
    }
}
