package org.zhitongche.mailtext;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** Decodes base64 as senders write it: foreign characters are skipped, padding may be missing or stand in the middle. */
final class Base64Stream extends DecodingStream {

    private static final byte[] VALUES = values();

    private int bits;
    private int count;

    Base64Stream(InputStream in) {
        super(in);
    }

    private static byte[] values() {
        byte[] values = new byte[256];
        Arrays.fill(values, (byte) -1);
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        for (int i = 0; i < 64; i++) values[alphabet.charAt(i)] = (byte) i;
        values['-'] = 62;
        values['_'] = 63;
        return values;
    }

    @Override
    public int read() throws IOException {
        while (true) {
            int c = in.read();
            if (c < 0) return -1;
            if (c == '=') {
                count = 0;
                skipLine();
                continue;
            }
            int value = VALUES[c];
            if (value < 0) continue;
            bits = (bits << 6 | value) & 0xFFFFFF;
            count = (count + 1) & 3;
            if (count == 2) return bits >> 4 & 0xFF;
            if (count == 3) return bits >> 2 & 0xFF;
            if (count == 0) return bits & 0xFF;
        }
    }

    /** What follows the padding on its line is no base64; the next line may begin anew. */
    private void skipLine() throws IOException {
        int c = in.read();
        while (c >= 0 && c != '\n') c = in.read();
    }

    /** Whether bytes labelled as base64 are: some senders label plain text so. */
    static boolean looksLike(byte[] raw, int start, int end) {
        int foreign = 0;
        int length = Math.min(end - start, 4_096);
        for (int i = start; i < start + length; i++) {
            if (raw[i] < 0) return false;
            if (VALUES[raw[i]] < 0 && raw[i] > ' ' && raw[i] != '=') foreign++;
        }
        return foreign * 20 <= length;
    }
}
