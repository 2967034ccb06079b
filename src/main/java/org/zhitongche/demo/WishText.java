package org.zhitongche.demo;

import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;

/** What others wrote, as a firm could have typed it: plain text, and a title that fits a form. */
final class WishText {

    /** What the web form and the staff's take, in characters. */
    static final int TYPED_AT_MOST = 20_000;
    /** What any door takes. */
    static final int SENT_AT_MOST = 100_000;

    private static final int TITLE = 60;
    private static final int BEGINNING = 40;
    private static final Pattern HTML = Pattern.compile(
            "(?i)</?(?:p|br|div|span|a|b|i|u|font|table|tr|td|th|tbody|img|li|ul|ol|h[1-6]|strong|em|html|body|script|style)\\b[^<>]*>|&(?:nbsp|lt|gt|amp|quot|#\\d{1,7});");
    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n]]");
    private static final Pattern SENTENCE_END = Pattern.compile("[。！？!?；;\\n]");

    private WishText() {}

    static String plain(String given) {
        String text = HTML.matcher(given).find() ? ofHtml(given) : given;
        return UNFIT.matcher(text.replace("\r\n", "\n").replace('\r', '\n').replace('\t', ' ').replace('\u00a0', ' ').replace('\u3000', ' '))
                .replaceAll("").replaceAll(" *\n *", "\n").replaceAll("\n{3,}", "\n\n").strip();
    }

    /** The title given, or the beginning of the text; never longer than a form takes. */
    static String title(String given, String text) {
        String title = plain(given).replaceAll("\\s+", " ");
        return title.isEmpty() ? cut(SENTENCE_END.split(text, 2)[0].strip(), text.replaceAll("\\s+", " "), BEGINNING) : cut(title, title, TITLE);
    }

    /** A title that had to be cut stands whole before the text, so that nothing of it is lost. */
    static String withWhole(String given, String title, String text) {
        String whole = plain(given).replaceAll("\\s+", " ");
        return whole.isEmpty() || whole.equals(title) ? text : whole + "\n" + text;
    }

    private static String cut(String said, String orElse, int most) {
        String line = said.isEmpty() ? orElse : said;
        return line.codePointCount(0, line.length()) <= most ? line : line.substring(0, line.offsetByCodePoints(0, most - 1)) + "…";
    }

    private static String ofHtml(String html) {
        Document document = Jsoup.parse(html);
        document.select("script, style").remove();
        document.select("p, div, tr, li, h1, h2, h3, h4, h5, h6").forEach(element -> element.before("\n"));
        return document.wholeText();
    }
}
