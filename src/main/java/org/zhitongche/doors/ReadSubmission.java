package org.zhitongche.doors;

import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;
import org.zhitongche.documents.Origin;
import org.zhitongche.documents.SubmissionReader;

/** The step of {@code appeals.submit} that makes a submission of a message: its sender is whom the broker authenticated. */
final class ReadSubmission {

    private final QueueText texts;
    private final Principals principals;
    private final SubmissionReader reader;

    ReadSubmission(QueueText texts, Principals principals, SubmissionReader reader) {
        this.texts = texts;
        this.principals = principals;
        this.reader = reader;
    }

    public Submission read(QueueMessage message) {
        String text = texts.of(message);
        Principal sender = principals.find(message.user()).filter(ReadSubmission::maySubmit)
                .orElseThrow(() -> texts.refused("queue.not-submitter", message.user()));
        return reader.read(text, new Origin(message.arrival(), Door.QUEUE, Source.QUEUE, message.transportId(),
                message.sender(), true, sender.uscc(), null, message.receivedAt()));
    }

    private static boolean maySubmit(Principal principal) {
        return principal.active() && (principal.kind() == Principal.Kind.SUBMITTER || principal.kind() == Principal.Kind.PLATFORM);
    }
}
