package org.zhitongche.mailtext;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Whom a bounce names as not reached (RFC 3464), as far as that can be read. A mere delay is no bounce. */
record FailedRecipients(boolean isBounce, boolean isDelay, List<String> addresses) {

    private static final int MAX = 100;

    static FailedRecipients of(Part mail) throws IOException {
        Set<String> failed = new LinkedHashSet<>();
        for (String word : mail.headers().raw("x-failed-recipients").split("[,;\\s]+")) add(failed, word);
        boolean named = !failed.isEmpty();
        boolean report = mail.mediaType().equals("multipart/report")
                && mail.type().raw("report-type").equalsIgnoreCase("delivery-status");
        boolean anyAction = false;
        boolean anyFailure = false;
        for (Part part : mail.children()) {
            if (!part.mediaType().endsWith("delivery-status")) continue;
            report = true;
            for (String group : text(part).split("\\n[ \\t]*\\n")) {
                String action = field(group, "action");
                anyAction |= !action.isEmpty();
                if (!action.startsWith("fail")) continue;
                anyFailure = true;
                String original = field(group, "original-recipient");
                add(failed, afterType(original.isEmpty() ? field(group, "final-recipient") : original));
            }
        }
        boolean delayedOnly = anyAction && !anyFailure;
        return new FailedRecipients(named || anyFailure || (report && !anyAction), delayedOnly, List.copyOf(failed));
    }

    private static String text(Part part) throws IOException {
        return new String(part.open().readNBytes(65_536), StandardCharsets.ISO_8859_1).replace("\r", "");
    }

    private static String field(String group, String name) {
        for (String line : group.split("\\n")) {
            if (line.toLowerCase(Locale.ROOT).startsWith(name + ":")) return line.substring(name.length() + 1).strip();
        }
        return "";
    }

    private static String afterType(String value) {
        return value.substring(value.indexOf(';') + 1);
    }

    private static void add(Set<String> failed, String raw) {
        String address = Clean.line(raw.replace("<", "").replace(">", ""), 320);
        int at = address.indexOf('@');
        boolean plain = at > 0 && at == address.lastIndexOf('@') && address.indexOf(' ') < 0 && at < address.length() - 1;
        if (plain && failed.size() < MAX) failed.add(address.substring(0, at) + address.substring(at).toLowerCase(Locale.ROOT));
    }
}
