package org.zhitongche.parts;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;

/**
 * The mail between DATA and the lone dot, with the doubled dots taken back. Only CR LF ends a line here: a server that takes
 * a bare LF for one can be made to see two mails where the sender's server saw one.
 */
final class SmtpData extends InputStream {

    private final InputStream in;
    private int pending = -1;
    private boolean lineStart = true;
    private boolean cr;
    private boolean ended;

    SmtpData(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        if (pending >= 0) {
            int next = pending;
            pending = -1;
            return passed(next);
        }
        if (ended) {
            return -1;
        }
        int next = next();
        if (lineStart && next == '.') {
            return dotted();
        }
        return passed(next);
    }

    /** After a dot at the start of a line: the end, or the rest of the line without it. */
    private int dotted() throws IOException {
        int second = next();
        if (second != '\r') {
            return passed(second);
        }
        int third = next();
        if (third == '\n') {
            ended = true;
            return -1;
        }
        pending = third;
        return passed(second);
    }

    private int next() throws IOException {
        int next = in.read();
        if (next < 0) {
            throw new EOFException("the sender went away in the middle of a mail");
        }
        return next;
    }

    private int passed(int next) {
        lineStart = cr && next == '\n';
        cr = next == '\r';
        return next;
    }

    /** Reads up to the end, so that the next command is found when a mail is not wanted. */
    void skipRest() throws IOException {
        while (read() >= 0) {
            // not wanted
        }
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = 0;
        while (count < length) {
            int next = read();
            if (next < 0) {
                return count == 0 ? -1 : count;
            }
            buffer[offset + count++] = (byte) next;
        }
        return count;
    }
}
