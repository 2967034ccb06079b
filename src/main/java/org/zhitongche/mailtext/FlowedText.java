package org.zhitongche.mailtext;

/** Undoes format=flowed (RFC 3676): lines a program wrapped become one again, so that no sentence stands broken. */
final class FlowedText {

    private FlowedText() { }

    /** @param deleteSpace whether the blank before each wrap was added too, as in Chinese text */
    static String unwrap(String text, boolean deleteSpace) {
        StringBuilder out = new StringBuilder(text.length());
        int openDepth = -1;
        for (String line : text.split("\n", -1)) {
            int depth = depth(line);
            String words = line.substring(depth);
            if (words.startsWith(" ")) words = words.substring(1);
            if (depth != openDepth && out.length() > 0) out.append('\n');
            if (depth != openDepth && depth > 0) out.append(">".repeat(depth)).append(' ');
            boolean soft = words.endsWith(" ") && !words.equals("-- ");
            out.append(soft && deleteSpace ? words.substring(0, words.length() - 1) : words);
            openDepth = soft ? depth : -1;
        }
        return out.toString();
    }

    private static int depth(String line) {
        int depth = 0;
        while (depth < line.length() && line.charAt(depth) == '>') depth++;
        return depth;
    }
}
