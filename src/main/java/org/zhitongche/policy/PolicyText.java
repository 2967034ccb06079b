package org.zhitongche.policy;

import java.time.LocalDate;
import java.util.regex.Pattern;
import org.zhitongche.appeal.Refusal;

/**
 * What a policy says. Everything but number, authority, title, text, type and way may be missing: empty becomes null.
 *
 * @param number    文号
 * @param authority who issued it
 * @param link      to the text as published
 * @param place     where to apply
 * @param amount    as people say it
 */
public record PolicyText(
        String number, String authority, String title, String text, String link, Type type, Way way, String place,
        String materials, String contact, String amount, LocalDate effectiveFrom, LocalDate effectiveTo,
        LocalDate applyFrom, LocalDate applyTo) {

    private static final Pattern UNFIT = Pattern.compile("[\\p{Cc}&&[^\\n\\t]]");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s<>\"]{3,500}");
    private static final int LINE = 300;
    private static final int LONG = 20_000;

    public enum Type { SUBSIDY, TAX, LOAN, RECOGNITION, SERVICE }

    /** 免申即享, 即申即享, 申报. */
    public enum Way { AUTOMATIC, INSTANT, APPLICATION }

    public PolicyText {
        number = line("number", number, true);
        authority = line("authority", authority, true);
        title = line("title", title, true);
        text = fit("text", text, LONG, true);
        link = line("link", link, false);
        place = fit("place", place, LONG, false);
        materials = fit("materials", materials, LONG, false);
        contact = line("contact", contact, false);
        amount = line("amount", amount, false);
        require(type != null, "policy.required", "type");
        require(way != null, "policy.required", "way");
        require(link == null || WEB.matcher(link).matches(), "policy.link", "link");
        require(inOrder(effectiveFrom, effectiveTo), "policy.dates", "effectiveTo");
        require(inOrder(applyFrom, applyTo), "policy.dates", "applyTo");
    }

    private static String line(String field, String said, boolean required) {
        String line = fit(field, said, LINE, required);
        return line == null ? null : line.replaceAll("\\s+", " ");
    }

    private static String fit(String field, String said, int most, boolean required) {
        String text = said == null ? "" : said.strip().replace("\r\n", "\n");
        require(!required || !text.isEmpty(), "policy.required", field);
        require(text.length() <= most && !UNFIT.matcher(text).find(), "policy.unfit", field);
        return text.isEmpty() ? null : text;
    }

    private static boolean inOrder(LocalDate from, LocalDate to) {
        return from == null || to == null || !to.isBefore(from);
    }

    private static void require(boolean holds, String rule, String field) {
        if (!holds) {
            throw new Refusal(rule, "policy." + field);
        }
    }
}
