package org.zhitongche.similar;

import java.util.List;

/**
 * A text as it is compared: half width, lower case, letters only; numbers and what masks them, names of companies and the
 * formulas of letters make no difference. What is compared is the beginning, so that no text costs more than another.
 */
final class PlainText {

    /** In UTF-16 units, of the title and of the text each. */
    static final int LONGEST = 20_000;

    /** Stands for any number; a digit, so that it is no letter of a text. */
    private static final char NUMBER = '0';
    /** Where a sentence, a name or a formula ended: nothing reaches across it. */
    private static final char BREAK = ' ';
    private static final int LONGEST_NAME = 14;
    private static final List<String> COMPANY = List.of("有限责任公司", "股份有限公司", "有限公司", "集团公司");
    /** What cannot be part of a company's name before it. */
    private static final String NO_NAME = "的与和及同向对被由是在于至到给把从据致因我们让将跟为";
    /** How letters begin and end, whatever they are about. */
    private static final List<String> FORMULAS = List.of("尊敬的领导", "尊敬的", "领导您好", "您好", "你好", "市民来电", "企业来电", "来电反映", "来电咨询",
            "来电求助", "来电投诉", "反映如下", "请协调解决", "请尽快", "请予以", "望尽快", "恳请", "希望能够", "希望有关部门", "希望相关部门", "请相关部门",
            "请职能局按规定", "核实处理", "给予答复", "尽快处理", "尽快解决", "予以解决", "谢谢", "感谢", "此致敬礼", "此致", "我公司", "我司", "本公司", "我厂",
            "我企业", "本企业", "我们公司", "工单内容", "联系电话", "联系人");

    private PlainText() {}

    static String of(String title, String text) {
        return withBreaks(title, text).replace(String.valueOf(BREAK), "");
    }

    /** With a blank where a sentence, a name or a formula was left. */
    static String withBreaks(String title, String text) {
        StringBuilder plain = new StringBuilder();
        append(title, plain);
        endSentence(plain);
        append(text, plain);
        return withoutCompanies(withoutFormulas(plain.toString()));
    }

    private static void append(String raw, StringBuilder plain) {
        int end = raw == null ? 0 : Math.min(raw.length(), LONGEST);
        boolean number = false;
        for (int n = 0; n < end; n++) {
            char sign = halfWidth(raw.charAt(n));
            boolean digit = Character.isDigit(sign) || sign == '*';
            if (digit && !number) {
                plain.append(NUMBER);
            } else if (!digit && (Character.isLetter(sign) || Character.isSurrogate(sign))) {
                plain.append(Character.toLowerCase(sign));
            } else if (!digit && !Character.isWhitespace(sign) && !(number && (sign == '.' || sign == ',' || sign == '-'))) {
                endSentence(plain);
            }
            number = digit || number && (sign == '.' || sign == ',' || sign == '-');
        }
        if (!plain.isEmpty() && Character.isHighSurrogate(plain.charAt(plain.length() - 1))) {
            plain.setLength(plain.length() - 1);
        }
    }

    private static void endSentence(StringBuilder plain) {
        if (!plain.isEmpty() && plain.charAt(plain.length() - 1) != BREAK) {
            plain.append(BREAK);
        }
    }

    private static char halfWidth(char raw) {
        return raw >= '\uFF01' && raw <= '\uFF5E' ? (char) (raw - 0xFEE0) : raw == '\u3000' ? ' ' : raw;
    }

    /** Takes a bounded step back from each ending of a company's name, so that the time is linear. */
    private static String withoutCompanies(String plain) {
        if (!plain.contains("公司")) {
            return plain;
        }
        StringBuilder out = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length();) {
            String ending = startingAt(plain, at, COMPANY);
            if (ending == null) {
                out.append(plain.charAt(at++));
            } else {
                int name = out.length();
                while (name > 0 && out.length() - name < LONGEST_NAME && out.charAt(name - 1) != BREAK && NO_NAME.indexOf(out.charAt(name - 1)) < 0) {
                    name--;
                }
                out.setLength(name);
                endSentence(out);
                at += ending.length();
            }
        }
        return out.toString();
    }

    private static String withoutFormulas(String plain) {
        StringBuilder out = new StringBuilder(plain.length());
        for (int at = 0; at < plain.length();) {
            String formula = startingAt(plain, at, FORMULAS);
            if (formula == null) {
                out.append(plain.charAt(at++));
            } else {
                endSentence(out);
                at += formula.length();
            }
        }
        return out.toString();
    }

    private static String startingAt(String text, int at, List<String> words) {
        for (String word : words) {
            if (text.startsWith(word, at)) {
                return word;
            }
        }
        return null;
    }
}
