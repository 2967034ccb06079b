package org.zhitongche.mailtext;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Walks over TNEF, the format of winmail.dat. Read here and not by POI, whose reader believes every length it finds,
 * so that a hundred bytes can ask for gigabytes; here a length that leads outside ends the walk.
 */
final class TnefReader {

    private static final int SIGNATURE = 0x223E9F78;
    private static final int NEW_FILE = 0x00069002;
    private static final int FILE_TITLE = 0x00018010;
    private static final int FILE_DATA = 0x0006800F;
    private static final int FILE_PROPERTIES = 0x00069005;
    private static final int MAIL_PROPERTIES = 0x00069003;
    private static final int LONG_NAME = 0x3707;
    private static final int DATA = 0x3701;
    private static final int COMPRESSED_RTF = 0x1009;
    private static final int MAX_FILES = 200;

    /** A file as far as it is known; its bytes are a range of the whole. */
    static final class File {
        private final byte[] tnef;
        private String name = "";
        private int start;
        private int end;

        private File(byte[] tnef) {
            this.tnef = tnef;
        }

        String name() {
            return name;
        }

        InputStream open() {
            return new ByteArrayInputStream(tnef, start, end - start);
        }
    }

    private final byte[] tnef;
    private final Set<MailFlag> flags;
    private final List<File> files = new ArrayList<>();
    private byte[] compressedText;
    private boolean broken;

    private TnefReader(byte[] tnef, Set<MailFlag> flags) {
        this.tnef = tnef;
        this.flags = flags;
    }

    static TnefReader read(byte[] tnef, Set<MailFlag> flags) {
        TnefReader reader = new TnefReader(tnef, flags);
        reader.walk();
        return reader;
    }

    boolean isBroken() {
        return broken;
    }

    List<File> listFiles() {
        return List.copyOf(files);
    }

    Optional<byte[]> findCompressedText() {
        return Optional.ofNullable(compressedText);
    }

    private void walk() {
        int pos = 6;
        if (tnef.length < pos || number(0) != SIGNATURE) {
            broken = true;
            return;
        }
        while (pos < tnef.length && !broken) {
            if (pos + 9 > tnef.length || !fits(pos + 9, number(pos + 5))) {
                broken = true;
                return;
            }
            int end = pos + 9 + number(pos + 5);
            attribute(number(pos + 1), pos + 9, end);
            pos = end + 2;
        }
    }

    private void attribute(int id, int start, int end) {
        if (id == NEW_FILE) {
            if (files.size() >= MAX_FILES) broken = true;
            else files.add(new File(tnef));
            return;
        }
        if (id == MAIL_PROPERTIES) properties(start, end, null);
        if (files.isEmpty()) return;
        File file = files.get(files.size() - 1);
        if (id == FILE_TITLE && file.name.isEmpty()) file.name = text(start, end);
        if (id == FILE_DATA) content(file, start, end);
        if (id == FILE_PROPERTIES) properties(start, end, file);
    }

    /** MAPI properties: each a type, an id, for named ones a name, and one or more values padded to four bytes. */
    private void properties(int start, int end, File file) {
        int pos = start + 4;
        while (pos + 4 <= end) {
            int type = number(pos) & 0xFFFF;
            int id = number(pos) >>> 16;
            pos += 4;
            if (id >= 0x8000) pos = afterName(pos, end);
            boolean counted = (type & 0x1000) != 0 || isVariable(type);
            if (pos < 0 || (counted && pos + 4 > end)) break;
            int values = counted ? number(pos) : 1;
            if (counted) pos += 4;
            pos = values(type & 0xEFFF, id, values, pos, end, file);
            if (pos < 0) break;
        }
        if (pos != end) broken = true;
    }

    private int afterName(int pos, int end) {
        if (pos + 24 > end) return -1;
        if (number(pos + 16) == 0) return pos + 24;
        int length = number(pos + 20);
        return length >= 0 && length <= end - pos - 24 ? pos + 24 + padded(length) : -1;
    }

    private int values(int type, int id, int count, int pos, int end, File file) {
        for (int i = 0; i < count; i++) {
            if (isVariable(type) && pos + 4 > end) return -1;
            int length = isVariable(type) ? number(pos) : fixedLength(type);
            if (isVariable(type)) pos += 4;
            if (length < 0 || length > end - pos || (length == 0 && !isVariable(type))) return -1;
            value(type, id, pos, pos + length, file);
            pos += padded(length);
        }
        return pos;
    }

    private void value(int type, int id, int start, int end, File file) {
        if (file == null) {
            if (id == COMPRESSED_RTF && type == 0x102) compressedText = Arrays.copyOfRange(tnef, start, end);
        } else if (id == LONG_NAME) {
            file.name = type == 0x1F ? new String(tnef, start, end - start, StandardCharsets.UTF_16LE) : text(start, end);
        } else if (id == DATA && (type == 0x102 || type == 0xD)) {
            content(file, type == 0xD ? Math.min(start + 16, end) : start, end);
        }
    }

    private static void content(File file, int start, int end) {
        file.start = start;
        file.end = end;
    }

    /** Text in whatever charset Outlook ran in, ended by NUL. */
    private String text(int start, int end) {
        return TextDecoder.decode(Arrays.copyOfRange(tnef, start, end), "", flags);
    }

    private static boolean isVariable(int type) {
        int plain = type & 0xEFFF;
        return plain == 0x1E || plain == 0x1F || plain == 0x102 || plain == 0xD;
    }

    private static int fixedLength(int type) {
        return switch (type) {
            case 0x2, 0x3, 0x4, 0xA, 0xB -> 4;
            case 0x5, 0x6, 0x7, 0x14, 0x40 -> 8;
            case 0x48 -> 16;
            default -> 0;
        };
    }

    private static int padded(int length) {
        return length + (4 - length % 4) % 4;
    }

    private boolean fits(int start, int length) {
        return length >= 0 && length <= tnef.length - start;
    }

    private int number(int at) {
        return (tnef[at] & 0xFF) | (tnef[at + 1] & 0xFF) << 8 | (tnef[at + 2] & 0xFF) << 16 | (tnef[at + 3] & 0xFF) << 24;
    }
}
