package org.zhitongche.classify.model;

import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A model's numbers as its file has them. Of memory they claim together no more than any model needs, before anything is allocated. */
final class Numbers extends DataInputStream {

    /** The largest that is learned, 400,000 terms of each reading and {@link ModelFile#MOST_WEIGHTS} of each view, takes 111 million. */
    static final int MOST_BYTES = 128 << 20;

    private long left = MOST_BYTES;

    Numbers(InputStream in) {
        super(in);
    }

    /** @throws IOException where that is more than is left */
    void claim(long bytes) throws IOException {
        left -= bytes;
        if (left < 0) {
            throw new IOException("所称的大小超过 " + (MOST_BYTES >> 20) + " MB");
        }
    }

    String text() throws IOException {
        String text = readUTF();
        claim((long) text.length() * Character.BYTES);
        return text;
    }
}
