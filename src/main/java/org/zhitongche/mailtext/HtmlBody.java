package org.zhitongche.mailtext;

import java.util.Locale;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;
import org.owasp.html.HtmlPolicyBuilder;
import org.owasp.html.PolicyFactory;

/** An HTML body made harmless to show (nothing runs, nothing loads), and the same as plain text. */
final class HtmlBody {

    private static final PolicyFactory HARMLESS = new HtmlPolicyBuilder()
            .allowElements("p", "div", "span", "br", "hr", "b", "strong", "i", "em", "u", "s", "sub", "sup", "small",
                    "h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "dl", "dt", "dd", "blockquote", "pre", "code",
                    "table", "thead", "tbody", "tfoot", "tr", "td", "th", "caption", "a", "center")
            .allowAttributes("href").onElements("a")
            .allowAttributes("colspan", "rowspan").matching(java.util.regex.Pattern.compile("[0-9]{1,3}")).onElements("td", "th")
            .allowUrlProtocols("http", "https", "mailto")
            .requireRelsOnLinks("nofollow", "noopener", "noreferrer")
            .toFactory();
    private static final Set<String> SILENT = Set.of("script", "style", "head", "title", "svg", "template", "noscript", "object", "iframe");
    private static final Set<String> LINES = Set.of("p", "div", "tr", "li", "ul", "ol", "dl", "dt", "dd", "table", "blockquote",
            "pre", "hr", "h1", "h2", "h3", "h4", "h5", "h6", "center", "section", "article", "header", "footer", "form");

    private HtmlBody() { }

    static String sanitise(String html) {
        return HARMLESS.sanitize(html);
    }

    static String toText(String html) {
        Writer writer = new Writer();
        Jsoup.parse(html).body().traverse(writer);
        return writer.text();
    }

    /** Writes what a reader would see, a line a block; quoted conversation gets its {@code >} back. */
    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int silent;
        private int quotes;
        private int preformatted;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof TextNode text) {
                if (silent == 0) write(preformatted > 0 ? text.getWholeText() : collapsed(text.getWholeText()));
            } else if (node instanceof Element element) {
                open(element);
            }
        }

        private void open(Element element) {
            String name = element.normalName();
            if (isSilent(element)) silent++;
            if (silent > 0) return;
            if (name.equals("blockquote")) quotes++;
            if (name.equals("pre")) preformatted++;
            if (name.equals("br")) newLine();
            else if (LINES.contains(name)) freshLine();
            if (name.equals("li")) write("- ");
            if (name.equals("td") || name.equals("th")) cell();
            if (name.equals("img") && !element.attr("alt").isBlank()) write("[" + element.attr("alt").strip() + "]");
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) return;
            String name = element.normalName();
            if (isSilent(element)) {
                silent--;
                return;
            }
            if (silent > 0) return;
            if (LINES.contains(name)) freshLine();
            if (name.equals("p")) newLine();
            if (name.equals("blockquote")) quotes--;
            if (name.equals("pre")) preformatted--;
        }

        /** Not shown to the reader, so not told to anybody else either. */
        private static boolean isSilent(Element element) {
            if (SILENT.contains(element.normalName()) || element.hasAttr("hidden")) return true;
            String style = element.attr("style");
            return !style.isEmpty() && style.toLowerCase(Locale.ROOT).replace(" ", "").contains("display:none");
        }

        private void write(String text) {
            if (text.isEmpty()) return;
            if (atLineStart()) {
                if (preformatted == 0) text = text.stripLeading();
                if (text.isEmpty()) return;
                out.append("> ".repeat(Math.min(quotes, 5)));
            }
            out.append(text);
        }

        private void cell() {
            if (!atLineStart()) out.append('\t');
        }

        private void freshLine() {
            if (!atLineStart()) newLine();
        }

        private void newLine() {
            int end = out.length();
            if (end > 1 && out.charAt(end - 1) == '\n' && out.charAt(end - 2) == '\n') return;
            out.append('\n');
        }

        private boolean atLineStart() {
            return out.length() == 0 || out.charAt(out.length() - 1) == '\n';
        }

        private String collapsed(String text) {
            StringBuilder line = new StringBuilder(text.length());
            boolean gap = false;
            for (char c : text.toCharArray()) {
                if (c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\u00A0') {
                    if (!gap) line.append(' ');
                    gap = true;
                } else {
                    line.append(c);
                    gap = false;
                }
            }
            return line.toString();
        }

        String text() {
            return out.toString().strip();
        }
    }
}
