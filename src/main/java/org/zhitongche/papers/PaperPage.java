package org.zhitongche.papers;

import java.util.List;
import java.util.Locale;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A paper as a document tree for the setter of PDFs. It is built of nodes and never parsed, so a text stays a text. */
final class PaperPage {

    /** The common official form: A4, the body in 16 pt on 28 pt, the title in 22 pt; forms in 12 pt. */
    private static final String STYLE = """
            @page { size: A4 portrait; margin: 33mm 26mm 32mm 28mm;
                @bottom-center { content: "— " counter(page) " —"; font-family: %1$s; font-size: 12pt; } }
            body { margin: 0; font-family: %1$s; font-size: 16pt; line-height: 28pt; color: #000; }
            p, h1, h2, .letterhead, .signature { margin: 0; word-wrap: break-word; }
            h1, h2, th, td.label, .letterhead { font-family: %2$s; font-weight: normal; }
            .letterhead { color: #c8102e; font-size: 26pt; line-height: 36pt; text-align: center; letter-spacing: 1pt;
                padding-bottom: 3mm; margin-bottom: 3mm; border-bottom: 1.6pt solid #c8102e; }
            h1 { font-size: 22pt; line-height: 34pt; text-align: center; margin: 5mm 0; page-break-after: avoid; }
            h2 { font-size: 16pt; margin: 4mm 0 2mm 0; page-break-after: avoid; }
            p.paragraph { text-indent: 2em; }
            .signature { text-align: right; page-break-inside: avoid; }
            .signature.last { margin-top: 5mm; }
            .signature .seal { color: #777; font-size: 12pt; line-height: 20pt; padding: 2mm 12mm 2mm 0; }
            table.begun { margin-bottom: 0; border-bottom: 0; }
            table.goes-on { margin-top: 0; }
            table.cut tr.end td { border-bottom: 0; padding-bottom: 0; }
            table.rest td { border-top: 0; padding-top: 0; }
            .together, tr.whole { page-break-inside: avoid; }
            table { width: 100%%; table-layout: fixed; border-collapse: collapse; margin: 3mm 0; font-size: 12pt; line-height: 17pt;
                -fs-table-paginate: paginate; }
            th, td { border: 0.7pt solid #000; padding: 1.1mm 2mm; text-align: left; vertical-align: top; word-wrap: break-word; }
            th, td.label { text-align: center; vertical-align: middle; }
            td.number { text-align: right; }
            table.list { font-size: 10.5pt; line-height: 16pt; }
            table.list th, table.list td { padding: 1.2mm 1.4mm; }
            """;

    private final Document document;
    private final Element body;

    private PaperPage(String title, List<String> families, String boldFamily) {
        document = empty();
        Element html = append(document, "html");
        html.setAttribute("lang", "zh-CN");
        String text = String.join(", ", families);
        Element head = append(html, "head");
        append(head, "title").setTextContent(title);
        append(head, "style").setTextContent(STYLE.formatted(text, boldFamily + ", " + text));
        body = append(html, "body");
    }

    /** @param families under which the text's fonts are known, the first that has a character first */
    static Document of(Paper paper, List<String> families, String boldFamily) {
        PaperPage page = new PaperPage(paper.title() + " " + paper.number(), families, boldFamily);
        List<Block> blocks = paper.blocks();
        for (int at = 0; at < blocks.size(); at++) {
            Block block = blocks.get(at);
            boolean signed = (block instanceof Block.Table || block instanceof Block.Paragraph) && at + 1 < blocks.size()
                    && blocks.get(at + 1) instanceof Block.Signature;
            if (signed) {
                page.together(block, (Block.Signature) blocks.get(++at));
            } else {
                page.add(page.body, block);
            }
        }
        return page.document;
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().newDocument();
        } catch (ParserConfigurationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private void add(Element in, Block block) {
        if (block instanceof Block.Letterhead b) {
            text(append(in, "div", "letterhead"), b.text());
        } else if (block instanceof Block.Title b) {
            text(append(in, "h1"), b.text());
        } else if (block instanceof Block.Heading b) {
            text(append(in, "h2"), b.text());
        } else if (block instanceof Block.Flush b) {
            text(append(in, "p"), b.text());
        } else if (block instanceof Block.Paragraph b) {
            text(append(in, "p", "paragraph"), b.text());
        } else if (block instanceof Block.Signature b) {
            add(in, b, "signature");
        } else {
            add(in, (Block.Table) block, look((Block.Table) block));
        }
    }

    private void add(Element in, Block.Signature signature, String look) {
        Element lines = append(in, "div", look);
        signature.lines().forEach(line -> text(append(lines, "div", Block.Signature.isSeal(line) ? "seal" : "line"), line));
    }

    /** Who signs stands on one page with the paragraph, or with the end of the table, above. */
    private void together(Block above, Block.Signature signature) {
        if (above instanceof Block.Table table && table.rows().size() > 1) {
            List<List<Block.Cell>> rows = LongEnd.cut(table.rows());
            boolean cut = rows.size() > table.rows().size();
            add(body, new Block.Table(table.head(), table.widths(), rows.subList(0, rows.size() - 1)), look(table) + (cut ? " begun cut" : " begun"));
            Element together = append(body, "div", "together");
            add(together, new Block.Table(List.of(), table.widths(), rows.subList(rows.size() - 1, rows.size())), look(table) + (cut ? " goes-on rest" : " goes-on"));
            add(together, signature, "signature last");
        } else {
            Element together = append(body, "div", "together");
            add(together, above);
            add(together, signature, "signature last");
        }
    }

    private static String look(Block.Table table) {
        return table.head().isEmpty() ? "form" : "list";
    }

    private void add(Element in, Block.Table table, String look) {
        Element element = append(in, "table", look);
        Element columns = append(element, "colgroup");
        table.widths().forEach(width -> append(columns, "col").setAttribute("style", "width: " + width + "%"));
        if (!table.head().isEmpty()) {
            Element row = append(append(element, "thead"), "tr");
            table.head().forEach(name -> text(append(row, "th"), name));
        }
        Element rows = append(element, "tbody");
        table.rows().forEach(cells -> {
            boolean end = cells == table.rows().get(table.rows().size() - 1);
            Element row = append(rows, "tr", (Block.Table.isLong(cells) ? "long" : "whole") + (end ? " end" : ""));
            cells.forEach(cell -> add(row, cell));
        });
    }

    private void add(Element row, Block.Cell cell) {
        Element element = cell.holds() == Block.Holds.WORDS ? append(row, "td") : append(row, "td", cell.holds().name().toLowerCase(Locale.ROOT));
        element.setAttribute("colspan", String.valueOf(cell.span()));
        if (cell.blankLines() > 0) {
            append(element, "div").setAttribute("style", "height: " + 19 * cell.blankLines() + "pt");
        } else {
            text(element, cell.text());
        }
    }

    private void text(Element element, String text) {
        String[] lines = text.split("\n", -1);
        for (int at = 0; at < lines.length; at++) {
            if (at > 0) {
                append(element, "br");
            }
            element.appendChild(document.createTextNode(lines[at]));
        }
    }

    private Element append(Node parent, String name, String type) {
        Element element = append(parent, name);
        element.setAttribute("class", type);
        return element;
    }

    private Element append(Node parent, String name) {
        Element element = document.createElement(name);
        parent.appendChild(element);
        return element;
    }
}
