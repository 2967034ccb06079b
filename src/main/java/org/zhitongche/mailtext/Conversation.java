package org.zhitongche.mailtext;

import java.util.regex.Pattern;

/**
 * Parts what was written now from the earlier conversation that mail programs put below it.
 * When in doubt, nothing is taken away.
 */
record Conversation(String text, String quoted) {

    private static final int LONGEST_MARK = 300;
    private static final Pattern RULE = Pattern.compile(
            "^[-_=*\\s]{2,20}(original message|original|原始邮件|原邮件|原始郵件|邮件原件|回复的原邮件|回复邮件)[-_=*\\s]{2,20}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern WROTE = Pattern.compile("^.{3,280}(wrote|writes|写道|寫道)\\s?[:：]$", Pattern.CASE_INSENSITIVE);
    private static final Pattern DATED = Pattern.compile("@|[0-9]{1,2}[:：][0-9]{2}");
    private static final Pattern BEGUN = Pattern.compile("^(on|在|于|於)\\s?.*[0-9]{4}", Pattern.CASE_INSENSITIVE);
    private static final Pattern SENDER_FIELD = Pattern.compile("^\\**(发件人|寄件者|from)\\**\\s?[:：].{1,280}$", Pattern.CASE_INSENSITIVE);
    private static final Pattern OTHER_FIELD = Pattern.compile(
            "^\\**(发送时间|发送日期|日期|时间|收件人|抄送|主题|寄件日期|收件者|主旨|sent|date|to|cc|subject)\\**\\s?[:：].*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern FORWARDED = Pattern.compile("^\\s*(fw|fwd|转发|轉寄|轉發)\\s?[:：].*$", Pattern.CASE_INSENSITIVE);

    static Conversation part(String text, String subject) {
        String[] lines = text.split("\n", -1);
        int cut = FORWARDED.matcher(subject).matches() ? lines.length : cutAt(lines);
        String own = join(lines, 0, cut);
        if (own.isBlank()) return new Conversation(text.strip(), "");
        return new Conversation(own, join(lines, cut, lines.length));
    }

    private static int cutAt(String[] lines) {
        int tail = quotedTail(lines);
        for (int i = 0; i < tail; i++) {
            if (isMark(lines, i)) return i;
        }
        return tail;
    }

    private static boolean isMark(String[] lines, int i) {
        String line = lines[i].strip();
        if (line.isEmpty() || line.length() > LONGEST_MARK) return false;
        if (RULE.matcher(line).matches()) return true;
        if (SENDER_FIELD.matcher(line).matches()) return otherFieldsAfter(lines, i) >= 2;
        if (line.startsWith(">")) return false;
        if (wrote(line)) return isQuoteNext(lines, i);
        boolean wrapped = i + 1 < lines.length && BEGUN.matcher(line).find() && wrote(line + " " + lines[i + 1].strip());
        return wrapped && isQuoteNext(lines, i + 1);
    }

    private static boolean wrote(String line) {
        return line.length() <= LONGEST_MARK && DATED.matcher(line).find() && WROTE.matcher(line).matches();
    }

    /** "… wrote:" introduces a conversation only if everything after it is quoted or nothing of one's own follows. */
    private static boolean isQuoteNext(String[] lines, int i) {
        for (int next = i + 1; next < Math.min(lines.length, i + 4); next++) {
            if (lines[next].strip().startsWith(">")) return noOwnLineAfterQuote(lines, next);
        }
        return true;
    }

    private static boolean noOwnLineAfterQuote(String[] lines, int from) {
        for (int i = from; i < lines.length; i++) {
            if (!lines[i].isBlank() && !lines[i].startsWith(">")) return false;
        }
        return true;
    }

    private static int otherFieldsAfter(String[] lines, int i) {
        int fields = 0;
        for (int next = i + 1; next < Math.min(lines.length, i + 7); next++) {
            String line = lines[next].strip();
            if (line.length() <= LONGEST_MARK && OTHER_FIELD.matcher(line).matches()) fields++;
        }
        return fields;
    }

    /** Where the block of {@code >} lines at the very end begins. */
    private static int quotedTail(String[] lines) {
        int start = lines.length;
        boolean any = false;
        while (start > 0 && (lines[start - 1].isBlank() || lines[start - 1].startsWith(">"))) {
            any |= lines[start - 1].startsWith(">");
            start--;
        }
        return any ? start : lines.length;
    }

    private static String join(String[] lines, int from, int to) {
        return String.join("\n", java.util.Arrays.asList(lines).subList(from, to)).strip();
    }
}
