package org.zhitongche.web;

import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.db.Content;
import org.zhitongche.mailtext.MailAttachment;

/** Makes attachments of uploaded files, whose names and types are only what somebody said. */
final class Attached {

    private Attached() {
    }

    static Attachment of(UploadedFile file, long limit) {
        try (InputStream in = file.content()) {
            Content content = Content.spool(in, limit);
            MailAttachment seen = MailAttachment.examine(file.filename(), file.contentType(), content::open);
            return new Attachment(seen.name(), seen.contentType(), content, seen.inert());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
