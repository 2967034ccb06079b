package org.zhitongche.mailtext;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhitongche.mailtext.Unreadable.Reason;

/** Splits a raw mail into its parts in one pass, forgiving what senders get wrong, and never beyond the limits. */
final class PartReader {

    /** The boundary line that ended a body: how deep its multipart stands, and whether it closes it. */
    private record Hit(int level, boolean closing) {
        static final Hit END = new Hit(-1, true);
    }

    private final byte[] raw;
    private final MailLimits limits;
    private final Set<MailFlag> flags;
    private final List<byte[]> boundaries = new ArrayList<>();
    private int pos;
    private int parts;
    private int headerCount;
    private int headerBytes;
    private Hit hit = Hit.END;

    private PartReader(byte[] raw, MailLimits limits, Set<MailFlag> flags) {
        this.raw = raw;
        this.limits = limits;
        this.flags = flags;
    }

    static Part read(byte[] raw, MailLimits limits, Set<MailFlag> flags) throws Unreadable {
        PartReader reader = new PartReader(raw, limits, flags);
        reader.skipEnvelope();
        Part part = reader.readPart("text/plain");
        if (part.headers().isEmpty()) throw new Unreadable(Reason.NOT_A_MAIL, "no header field found");
        return part;
    }

    /** A byte order mark, an mbox line, blank lines before the first header. */
    private void skipEnvelope() {
        if (startsWith("\u00EF\u00BB\u00BF", pos)) pos += 3;
        while (pos < raw.length && (raw[pos] == '\r' || raw[pos] == '\n')) pos++;
        if (startsWith("From ", pos) || startsWith(">From ", pos)) pos = nextLine(pos);
    }

    private Part readPart(String defaultType) throws Unreadable {
        if (++parts > limits.parts()) throw new Unreadable(Reason.TOO_MANY_PARTS, "more than " + limits.parts() + " parts");
        if (boundaries.size() > limits.depth()) throw new Unreadable(Reason.TOO_DEEP, "nested deeper than " + limits.depth());
        Headers headers = new Headers();
        hit = null;
        readHeaders(headers);
        FieldParameters type = FieldParameters.parse(headers.raw("content-type"), defaultType, flags);
        FieldParameters disposition = FieldParameters.parse(headers.raw("content-disposition"), "", flags);
        int start = pos;
        if (hit != null) return new Part(headers, type, disposition, raw, start, start, List.of());
        if (!type.value().startsWith("multipart/")) {
            return new Part(headers, type, disposition, raw, start, readBody(), List.of());
        }
        List<Part> children = new ArrayList<>();
        int end = readChildren(type, children);
        return new Part(headers, type, disposition, raw, start, end, List.copyOf(children));
    }

    /** Returns where the preamble ends, which is the body of a multipart that has no parts. */
    private int readChildren(FieldParameters type, List<Part> children) throws Unreadable {
        byte[] boundary = type.raw("boundary").stripTrailing().getBytes(StandardCharsets.ISO_8859_1);
        if (boundary.length == 0) boundary = guessBoundary();
        if (boundary.length == 0) {
            flags.add(MailFlag.STRUCTURE_BROKEN);
            return readBody();
        }
        int level = boundaries.size();
        boundaries.add(boundary);
        int end = readBody();
        String childType = type.value().equals("multipart/digest") ? "message/rfc822" : "text/plain";
        while (hit.level == level && !hit.closing) children.add(readPart(childType));
        boolean closed = hit.level == level;
        if (!closed || children.isEmpty()) flags.add(MailFlag.STRUCTURE_BROKEN);
        boundaries.remove(level);
        if (closed) readBody();
        return end;
    }

    /** A multipart that forgot to name its boundary: the first line of the body that looks like one. */
    private byte[] guessBoundary() {
        flags.add(MailFlag.STRUCTURE_BROKEN);
        int line = pos;
        for (int i = 0; i < 20 && line < raw.length; i++, line = nextLine(line)) {
            int end = lineEnd(line);
            if (end - line > 4 && raw[line] == '-' && raw[line + 1] == '-') {
                return new String(raw, line + 2, end - line - 2, StandardCharsets.ISO_8859_1).stripTrailing()
                        .getBytes(StandardCharsets.ISO_8859_1);
            }
        }
        return new byte[0];
    }

    private void readHeaders(Headers headers) throws Unreadable {
        String name = null;
        StringBuilder value = new StringBuilder();
        while (pos < raw.length) {
            int end = lineEnd(pos);
            if (end == pos) {
                pos = nextLine(pos);
                break;
            }
            if (isBoundaryAt(pos, end)) break;
            boolean folded = raw[pos] == ' ' || raw[pos] == '\t';
            int colon = folded ? -1 : colonAt(pos, end);
            if (!folded && colon < 0 && !headersGoOn()) {
                flags.add(MailFlag.HEADER_BROKEN);
                break;
            }
            countHeader(end - pos, folded);
            if (folded && name != null) {
                value.append(new String(raw, pos, end - pos, StandardCharsets.ISO_8859_1));
            } else if (colon >= 0) {
                if (name != null) headers.add(name, value.toString().trim());
                name = new String(raw, pos, colon - pos, StandardCharsets.ISO_8859_1).trim();
                value = new StringBuilder(new String(raw, colon + 1, end - colon - 1, StandardCharsets.ISO_8859_1));
            } else {
                flags.add(MailFlag.HEADER_BROKEN);
            }
            pos = nextLine(pos);
        }
        if (name != null) headers.add(name, value.toString().trim());
    }

    private void countHeader(int length, boolean folded) throws Unreadable {
        headerBytes += length;
        if (!folded) headerCount++;
        if (headerCount > limits.headers() || headerBytes > limits.headerBytes()) {
            throw new Unreadable(Reason.TOO_MANY_HEADERS,
                    "more than " + limits.headers() + " header fields or " + limits.headerBytes() + " bytes of them");
        }
    }

    /** After a line that is no header: does the next one look like a header again? Else the body has begun unannounced. */
    private boolean headersGoOn() {
        int next = nextLine(pos);
        if (next >= raw.length) return false;
        int end = lineEnd(next);
        return colonAt(next, end) > 0;
    }

    /** The colon after a field name, or -1: names are printable ASCII without blanks. */
    private int colonAt(int from, int end) {
        for (int i = from; i < end; i++) {
            int c = raw[i];
            if (c == ':') return i > from ? i : -1;
            if ((c == ' ' || c == '\t') && i > from) {
                while (i < end && (raw[i] == ' ' || raw[i] == '\t')) i++;
                return i < end && raw[i] == ':' ? i : -1;
            }
            if (c <= ' ' || c >= 127) return -1;
        }
        return -1;
    }

    /** Reads up to the next boundary of any open multipart; returns the end, without the line break before the boundary. */
    private int readBody() {
        int start = pos;
        for (int line = pos; line < raw.length; line = nextLine(line)) {
            if (raw[line] != '-') continue;
            if (isBoundaryAt(line, lineEnd(line))) {
                int end = line;
                if (end > start && raw[end - 1] == '\n') end--;
                if (end > start && raw[end - 1] == '\r') end--;
                return end;
            }
        }
        hit = Hit.END;
        pos = raw.length;
        return raw.length;
    }

    /** Whether a boundary line stands here; if so it is taken, and {@link #hit} tells whose. */
    private boolean isBoundaryAt(int line, int end) {
        if (end - line < 3 || raw[line] != '-' || raw[line + 1] != '-') return false;
        while (raw[end - 1] == ' ' || raw[end - 1] == '\t') end--;
        for (int level = boundaries.size() - 1; level >= 0; level--) {
            byte[] boundary = boundaries.get(level);
            int rest = end - line - 2 - boundary.length;
            if ((rest != 0 && rest != 2) || !matches(boundary, line + 2)) continue;
            boolean closing = rest == 2;
            if (closing && (raw[end - 1] != '-' || raw[end - 2] != '-')) continue;
            hit = new Hit(level, closing);
            pos = nextLine(line);
            return true;
        }
        return false;
    }

    private boolean matches(byte[] wanted, int at) {
        if (at + wanted.length > raw.length) return false;
        for (int i = 0; i < wanted.length; i++) {
            if (raw[at + i] != wanted[i]) return false;
        }
        return true;
    }

    private boolean startsWith(String latin, int at) {
        return matches(latin.getBytes(StandardCharsets.ISO_8859_1), at);
    }

    private int nextLine(int from) {
        int i = from;
        while (i < raw.length && raw[i] != '\n') i++;
        return Math.min(i + 1, raw.length);
    }

    private int lineEnd(int from) {
        int end = from;
        while (end < raw.length && raw[end] != '\n') end++;
        return end > from && raw[end - 1] == '\r' ? end - 1 : end;
    }
}
