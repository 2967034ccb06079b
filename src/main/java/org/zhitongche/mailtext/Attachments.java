package org.zhitongche.mailtext;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

/** Gathers the files of one mail; each is read once, to know its size, digest and true type, and not kept. */
final class Attachments {

    private static final int END = 65_536;

    private final List<MailAttachment> found = new ArrayList<>();
    private final Set<MailFlag> flags;

    Attachments(Set<MailFlag> flags) {
        this.flags = flags;
    }

    List<MailAttachment> list() {
        return List.copyOf(found);
    }

    void add(Part part) throws IOException {
        String type = part.mediaType();
        String id = Clean.line(part.headers().raw("content-id").replace("<", "").replace(">", ""), 200);
        add(part.fileName(), type, id, part::open);
        if (type.equals("message/rfc822") || type.equals("message/global")) flags.add(MailFlag.NESTED);
        if (isPkcs7(type) || FileName.extension(part.fileName()).equals("p7m")) {
            flags.add(part.type().raw("smime-type").startsWith("signed") ? MailFlag.SIGNED : MailFlag.ENCRYPTED);
        }
        if (isWinmail(found.get(found.size() - 1), type)) {
            flags.add(MailFlag.WINMAIL);
            Winmail.unpack(part, this, flags);
        }
    }

    void add(String sentName, String claimedType, String contentId, MailAttachment.Source source) throws IOException {
        MessageDigest digest = sha256();
        byte[] first;
        byte[] last = new byte[0];
        long size;
        try (InputStream in = source.open()) {
            first = in.readNBytes(END);
            digest.update(first);
            size = first.length;
            for (byte[] next = rest(in, size); next.length > 0; next = in.readNBytes(END)) {
                digest.update(next);
                size += next.length;
                last = lastOf(last, next);
            }
        }
        String ends = ContentType.latin(first) + ContentType.latin(last);
        keep(sentName, claimedType, contentId, size, HexFormat.of().formatHex(digest.digest()), ends, source);
    }

    /** Most files end within the first bytes: nothing more is set aside for them. */
    private static byte[] rest(InputStream in, long read) throws IOException {
        return read < END ? new byte[0] : in.readNBytes(END);
    }

    private static byte[] lastOf(byte[] before, byte[] next) {
        int kept = Math.min(before.length, END - next.length);
        byte[] last = Arrays.copyOf(Arrays.copyOfRange(before, before.length - kept, before.length), kept + next.length);
        System.arraycopy(next, 0, last, kept, next.length);
        return last;
    }

    private void keep(String sentName, String claimed, String contentId, long size, String sha256, String ends,
                      MailAttachment.Source source) {
        String detected = claimed.equals("message/rfc822") ? claimed : ContentType.detect(ends);
        String name = FileName.clean(sentName, "附件" + (found.size() + 1) + extensionFor(detected));
        boolean inert = Inert.is(name, detected, ends);
        if (inert) flags.add(MailFlag.INERT_ATTACHMENT);
        if (ContentType.isDisguised(name, detected)) flags.add(MailFlag.DISGUISED_ATTACHMENT);
        found.add(new MailAttachment(name, detected, claimed, contentId, size, sha256, inert, source));
    }

    private static String extensionFor(String type) {
        return switch (type) {
            case "application/pdf" -> ".pdf";
            case "image/png" -> ".png";
            case "image/jpeg" -> ".jpg";
            case "image/gif" -> ".gif";
            case "text/plain" -> ".txt";
            case "text/html" -> ".html";
            case "message/rfc822" -> ".eml";
            default -> ".bin";
        };
    }

    private static boolean isPkcs7(String type) {
        return type.equals("application/pkcs7-mime") || type.equals("application/x-pkcs7-mime");
    }

    private static boolean isWinmail(MailAttachment file, String claimed) {
        return file.contentType().equals("application/vnd.ms-tnef")
                || (claimed.endsWith("ms-tnef") && file.size() > 6) || file.name().equalsIgnoreCase("winmail.dat");
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
