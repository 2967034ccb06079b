package org.zhitongche.doors;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Source;
import org.zhitongche.db.Blobs;
import org.zhitongche.documents.ActionReader;
import org.zhitongche.documents.Origin;
import org.zhitongche.documents.SubmissionReader;
import org.zhitongche.intake.Arrivals;

/** Reads what was kept raw through the reader of the door that it came by. */
final class ReadAgain {

    private final Blobs blobs;
    private final ReadLetter letters;
    private final SortMail mails;
    private final ReadSubmission submissions;
    private final ReadAction actions;
    private final SubmissionReader documents;

    ReadAgain(Blobs blobs, ReadLetter letters, SortMail mails, ReadSubmission submissions, ReadAction actions, SubmissionReader documents) {
        this.blobs = blobs;
        this.letters = letters;
        this.mails = mails;
        this.submissions = submissions;
        this.actions = actions;
        this.documents = documents;
    }

    /** @return a Submission, an ActRequest, a MailAnswer or a Suppressed */
    Object read(Arrivals.Kept kept) {
        byte[] bytes = bytes(kept);
        if (kept.door() == Door.MAIL) {
            Letter letter = letters.read(new RawMail(kept.id(), "replay/" + kept.id(), kept.sender(), null, kept.receivedAt(), bytes, null, null));
            return mails.again(letter);
        }
        String text = new String(bytes, StandardCharsets.UTF_8);
        if (kept.door() == Door.QUEUE) {
            QueueMessage message = new QueueMessage(kept.id(), null, null, kept.sender(), text, null, null, kept.receivedAt());
            return text.contains("\"" + ActionReader.SCHEMA + "\"") ? actions.read(message) : submissions.read(message);
        }
        return documents.read(text, new Origin(kept.id(), kept.door(), Source.API, null, kept.sender(), kept.door() == Door.API, null, null,
                kept.receivedAt()));
    }

    private byte[] bytes(Arrivals.Kept kept) {
        try (InputStream in = blobs.open(kept.raw())) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
