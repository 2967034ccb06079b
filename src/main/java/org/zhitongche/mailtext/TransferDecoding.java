package org.zhitongche.mailtext;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.ByteArrayInputStream;
import java.io.InputStream;

/** Undoes a body's Content-Transfer-Encoding; an unknown one is taken as none. */
final class TransferDecoding {

    private TransferDecoding() { }

    static InputStream open(String encoding, byte[] raw, int start, int end) {
        InputStream body = new ByteArrayInputStream(raw, start, end - start);
        return switch (encoding) {
            case "base64" -> Base64Stream.looksLike(raw, start, end) ? new Base64Stream(body) : body;
            case "quoted-printable" -> new QuotedPrintableStream(body);
            case "x-uuencode", "uuencode", "x-uue", "uue" -> uudecode(body);
            default -> body;
        };
    }

    private static InputStream uudecode(InputStream body) {
        try {
            return MimeUtility.decode(body, "uuencode");
        } catch (MessagingException unknown) {
            return body;
        }
    }
}
