package org.zhitongche.parts;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PushbackInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * What the receiving server says of a mail: where it came from, and who had signed in. The mail door trusts this and nothing
 * else in a mail, so what the sender wrote in our name is left out.
 */
record TraceHeaders(String domain, String returnPath, String greeting, Optional<String> signedIn, Instant received) {

    private static final Set<String> OURS = Set.of("Return-Path", "Authentication-Results");
    private static final byte[] END_OF_LINE = {'\r', '\n'};
    private static final DateTimeFormatter DATE =
            DateTimeFormatter.ofPattern("EEE, d MMM yyyy HH:mm:ss Z", Locale.ENGLISH).withZone(ZoneId.of("Asia/Shanghai"));
    private static final int LONGEST_HEADER = 256 << 10;
    private static final int BUFFER = 64 << 10;

    private String stamp() {
        return "Return-Path: <" + returnPath + ">\r\n"
                + "Received: from " + greeting.replaceAll("[^A-Za-z0-9.:\\[\\]-]", "_") + " ([127.0.0.1]) by " + domain
                + " with " + (signedIn.isPresent() ? "ESMTPA" : "ESMTP") + ";\r\n\t" + DATE.format(received) + "\r\n"
                + "Authentication-Results: " + domain + "; "
                + signedIn.map(user -> "auth=pass smtp.auth=" + user).orElse("auth=none") + "\r\n";
    }

    /** Copies a mail, our headers first. What is over the limit is not written; that throws. */
    void copy(InputStream mail, OutputStream out, long limit) throws IOException {
        PushbackInputStream in = new PushbackInputStream(mail);
        out.write(stamp().getBytes(StandardCharsets.UTF_8));
        copyBody(in, out, limit - copyHeaders(in, out, limit));
    }

    private static long copyHeaders(PushbackInputStream in, OutputStream out, long limit) throws IOException {
        long written = 0;
        // A first line that goes on would go on with the last of ours.
        boolean wanted = false;
        ByteArrayOutputStream line = new ByteArrayOutputStream();
        while (readLine(in, line) && line.size() > 0 && written <= limit) {
            String text = line.toString(StandardCharsets.ISO_8859_1);
            wanted = text.startsWith(" ") || text.startsWith("\t") ? wanted : !isOurs(text);
            if (wanted) {
                line.writeTo(out);
                out.write(END_OF_LINE);
                written += line.size() + END_OF_LINE.length;
            }
        }
        out.write(END_OF_LINE);
        return written;
    }

    private static boolean isOurs(String line) {
        String name = line.substring(0, Math.max(0, line.indexOf(':'))).strip();
        return OURS.stream().anyMatch(name::equalsIgnoreCase);
    }

    /** A line of the headers, ended as mail readers end it: by CR LF, or by either alone. */
    private static boolean readLine(PushbackInputStream in, ByteArrayOutputStream line) throws IOException {
        line.reset();
        int next = in.read();
        if (next < 0) {
            return false;
        }
        while (next >= 0 && next != '\n' && next != '\r' && line.size() < LONGEST_HEADER) {
            line.write(next);
            next = in.read();
        }
        if (next == '\r') {
            next = in.read();
        }
        if (next >= 0 && next != '\n') {
            in.unread(next);
        }
        return true;
    }

    private static void copyBody(InputStream in, OutputStream out, long limit) throws IOException {
        byte[] buffer = new byte[BUFFER];
        long written = 0;
        for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
            written += count;
            if (written > limit) {
                throw new TooLarge();
            }
            out.write(buffer, 0, count);
        }
    }

    /** The mail is larger than the server takes. */
    static final class TooLarge extends IOException {
    }
}
