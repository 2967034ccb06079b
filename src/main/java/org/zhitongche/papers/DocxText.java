package org.zhitongche.papers;

import java.util.ArrayList;
import java.util.List;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFRun;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTPPr;

/**
 * How a text looks in docx. Fonts are named, not embedded: offices have them.
 *
 * @param color null for black
 */
record DocxText(String font, double points, boolean bold, String color) {

    /** 仿宋, 宋体 and 黑体, as official papers are set. */
    static final DocxText BODY = new DocxText("仿宋", 16, false, null);
    static final DocxText TITLE = new DocxText("宋体", 22, true, null);
    static final DocxText HEADING = new DocxText("黑体", 16, false, null);
    /** Of characters beyond the first plane, which the others lack. */
    private static final String RARE = "SimSun-ExtB";

    DocxText at(double otherPoints) {
        return new DocxText(font, otherPoints, bold, color);
    }

    DocxText in(String otherColor) {
        return new DocxText(font, points, bold, otherColor);
    }

    /** No room of an office program's own between digits and Chinese characters, which the PDF has none of either. */
    static void closeUp(XWPFParagraph paragraph) {
        CTPPr properties = paragraph.getCTP().isSetPPr() ? paragraph.getCTP().getPPr() : paragraph.getCTP().addNewPPr();
        properties.addNewAutoSpaceDE().setVal(false);
        properties.addNewAutoSpaceDN().setVal(false);
    }

    void write(XWPFParagraph paragraph, String text) {
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                paragraph.createRun().addBreak();
            }
            runs(lines[at]).forEach(run -> write(paragraph.createRun(), run));
        }
    }

    private void write(XWPFRun run, String text) {
        String face = Character.isHighSurrogate(text.charAt(0)) ? RARE : font;
        run.setFontFamily(face, XWPFRun.FontCharRange.ascii);
        run.setFontFamily(face, XWPFRun.FontCharRange.hAnsi);
        run.setFontFamily(face, XWPFRun.FontCharRange.eastAsia);
        run.setFontSize(points);
        run.setBold(bold);
        if (color != null) {
            run.setColor(color);
        }
        run.setText(text);
    }

    /** Cut wherever rare characters begin or end. */
    private static List<String> runs(String text) {
        List<String> runs = new ArrayList<>();
        StringBuilder run = new StringBuilder();
        boolean rare = false;
        for (int character : text.codePoints().toArray()) {
            if (run.length() > 0 && Character.isSupplementaryCodePoint(character) != rare) {
                runs.add(run.toString());
                run.setLength(0);
            }
            rare = Character.isSupplementaryCodePoint(character);
            run.appendCodePoint(character);
        }
        if (run.length() > 0) {
            runs.add(run.toString());
        }
        return runs;
    }
}
