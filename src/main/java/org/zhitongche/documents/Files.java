package org.zhitongche.documents;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.db.Content;
import org.zhitongche.intake.Outcome;
import org.zhitongche.mailtext.GivenFile;
import org.zhitongche.mailtext.MailAttachment;
import org.zhitongche.words.Words;

/** Reads the attachments of a document. */
final class Files {

    private final FileLimits limits;
    private final Words words;

    Files(FileLimits limits, Words words) {
        this.limits = limits;
        this.words = words;
    }

    List<Attachment> read(JsonNode attachments) {
        List<Attachment> files = new ArrayList<>();
        long all = 0;
        for (int i = 0; i < attachments.size(); i++) {
            String field = "attachments." + i;
            JsonNode each = attachments.get(i);
            byte[] bytes = bytes(each.path("content").asText(), field);
            all += bytes.length;
            require(bytes.length <= limits.one(), field, "attachment.too-large", limits.one() >> 20);
            require(all <= limits.all(), "attachments", "attachments.too-large", limits.all() >> 20);
            files.add(file(each, bytes));
        }
        return files;
    }

    private byte[] bytes(String content, String field) {
        try {
            return Base64.getMimeDecoder().decode(content);
        } catch (IllegalArgumentException notBase64) {
            throw BadDocument.because(words, Outcome.QUARANTINED, field + ".content", "attachment.base64", field);
        }
    }

    private static Attachment file(JsonNode given, byte[] bytes) {
        MailAttachment judged = GivenFile.judge(given.path("name").asText(), given.path("contentType").asText(""),
                () -> new ByteArrayInputStream(bytes));
        return new Attachment(judged.name(), judged.contentType(), Content.of(bytes), judged.inert());
    }

    private void require(boolean holds, String field, String rule, Object... args) {
        if (!holds) {
            throw BadDocument.because(words, Outcome.REFUSED, field, rule, args);
        }
    }
}
