package org.zhitongche.mailtext;

import java.io.IOException;
import java.io.InputStream;
import java.io.PushbackInputStream;

/** Decodes quoted-printable; what is no valid escape stays as it is. */
final class QuotedPrintableStream extends DecodingStream {

    QuotedPrintableStream(InputStream in) {
        super(new PushbackInputStream(in, 80));
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int c = in.read();
            if (c != '=') return c;
            int first = in.read();
            if (first < 0) return -1;
            if (isLineEnd(first)) continue;
            int second = in.read();
            int high = Character.digit(first, 16);
            int low = Character.digit(second, 16);
            if (high >= 0 && low >= 0) return high * 16 + low;
            if (second >= 0) back(second);
            back(first);
            return '=';
        }
    }

    /** A soft line break, with blanks some relays add before the break. */
    private boolean isLineEnd(int first) throws IOException {
        if (first == '\n') return true;
        if (first == '\r') {
            int next = in.read();
            if (next != '\n' && next >= 0) back(next);
            return true;
        }
        if (first != ' ' && first != '\t') return false;
        int blanks = 0;
        int c = in.read();
        while ((c == ' ' || c == '\t') && blanks < 60) {
            blanks++;
            c = in.read();
        }
        if (c == '\n' || c < 0) return true;
        if (c == '\r') return isLineEnd('\r');
        back(c);
        for (int i = 0; i < blanks; i++) back(' ');
        return false;
    }

    private void back(int c) throws IOException {
        ((PushbackInputStream) in).unread(c);
    }
}
