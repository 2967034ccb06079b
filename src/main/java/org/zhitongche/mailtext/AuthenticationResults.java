package org.zhitongche.mailtext;

import java.util.Locale;

/**
 * Reads the topmost Authentication-Results field (RFC 8601), and only if the trusted server wrote it: whatever stands
 * below may be the sender's own invention.
 */
final class AuthenticationResults {

    private final String domain;
    private final String address;
    private boolean passed;
    private boolean failed;
    private String dmarc = "";

    private AuthenticationResults(String address) {
        this.address = address.toLowerCase(Locale.ROOT);
        this.domain = this.address.substring(this.address.lastIndexOf('@') + 1);
    }

    static SenderProof judge(Headers headers, String trustedId, MailAddress from) {
        if (trustedId.isBlank() || from.address().isEmpty()) return SenderProof.NONE;
        String[] fields = withoutComments(headers.raw("authentication-results")).toLowerCase(Locale.ROOT).split(";");
        String[] server = fields[0].strip().split("\\s+");
        if (!server[0].equals(trustedId.toLowerCase(Locale.ROOT))) return SenderProof.NONE;
        AuthenticationResults results = new AuthenticationResults(from.address());
        for (int i = 1; i < fields.length; i++) results.take(fields[i].strip().split("\\s+"));
        return results.verdict();
    }

    private void take(String[] words) {
        int equals = words[0].indexOf('=');
        if (equals < 0) return;
        String method = words[0].substring(0, equals);
        String result = words[0].substring(equals + 1);
        switch (method) {
            case "dmarc" -> dmarc = result;
            case "spf" -> count(result, property(words, "smtp.mailfrom"));
            case "dkim" -> count(result, property(words, "header.d").isEmpty() ? property(words, "header.i") : property(words, "header.d"));
            case "auth" -> takeSignIn(result, property(words, "smtp.auth"));
            default -> { }
        }
    }

    /** A pass counts only for the domain in From; a failure counts for whatever domain. */
    private void count(String result, String identity) {
        if (result.equals("pass")) {
            if (isOurs(identity.substring(identity.lastIndexOf('@') + 1))) passed = true;
        } else if (result.equals("fail") || result.equals("softfail") || result.equals("permerror")) {
            failed = true;
        }
    }

    private void takeSignIn(String result, String user) {
        if (result.equals("pass") && user.equals(address)) passed = true;
        else failed = true;
    }

    private boolean isOurs(String other) {
        return !other.isEmpty() && (other.equals(domain) || domain.endsWith("." + other) && other.indexOf('.') > 0 && !isPublicSuffix(other));
    }

    /** A parent domain may vouch, but not com.cn. */
    private static boolean isPublicSuffix(String parent) {
        String[] labels = parent.split("\\.");
        return labels.length < 2 || (labels.length == 2 && labels[0].length() <= 3 && labels[1].length() == 2);
    }

    private SenderProof verdict() {
        if (dmarc.equals("pass")) return SenderProof.PASS;
        if (dmarc.equals("fail")) return SenderProof.FAIL;
        if (passed) return SenderProof.PASS;
        return failed ? SenderProof.FAIL : SenderProof.NONE;
    }

    private static String property(String[] words, String name) {
        for (int i = 1; i < words.length; i++) {
            if (words[i].startsWith(name + "=")) return words[i].substring(name.length() + 1).replace("\"", "");
        }
        return "";
    }

    private static String withoutComments(String raw) {
        StringBuilder out = new StringBuilder();
        int depth = 0;
        boolean quoted = false;
        for (char c : raw.toCharArray()) {
            if (c == '"' && depth == 0) quoted = !quoted;
            if (!quoted && c == '(') depth++;
            if (depth == 0) out.append(c == ';' && quoted ? ',' : c);
            if (!quoted && c == ')' && depth > 0) depth--;
        }
        return out.toString();
    }
}
