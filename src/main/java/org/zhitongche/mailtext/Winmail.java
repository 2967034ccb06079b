package org.zhitongche.mailtext;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.Set;
import org.apache.poi.hmef.CompressedRTF;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes the files out of Outlook's winmail.dat; the original stays among the attachments, and alone if it is broken. */
final class Winmail {

    private static final Logger LOG = LoggerFactory.getLogger(Winmail.class);

    private Winmail() { }

    static void unpack(Part part, Attachments target, Set<MailFlag> flags) throws IOException {
        TnefReader content;
        try (InputStream in = part.open()) {
            content = TnefReader.read(in.readAllBytes(), flags);
        }
        if (content.isBroken()) flags.add(MailFlag.STRUCTURE_BROKEN);
        Optional<byte[]> text = content.findCompressedText().flatMap(Winmail::decompressed);
        if (text.isPresent()) target.add("正文.rtf", "application/rtf", "", () -> new ByteArrayInputStream(text.get()));
        for (TnefReader.File file : content.listFiles()) target.add(file.name(), "", "", file::open);
    }

    private static Optional<byte[]> decompressed(byte[] compressed) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        try {
            new CompressedRTF().decompress(new ByteArrayInputStream(compressed), text);
            return Optional.of(text.toByteArray());
        } catch (IOException | RuntimeException broken) {
            LOG.debug("the text in winmail.dat can't be read", broken);
            return Optional.empty();
        }
    }
}
