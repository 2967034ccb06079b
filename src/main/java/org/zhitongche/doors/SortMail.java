package org.zhitongche.doors;

import java.util.Optional;
import org.zhitongche.mailtext.MailKind;

/** The step that tells what a mail is: nothing for us, an answer, or an appeal. Nobody's word counts here but what we can check. */
final class SortMail {

    private final Bounces bounces;
    private final MailCap cap;
    private final MailAnswers answers;
    private final MailSubmissions submissions;

    SortMail(Bounces bounces, MailCap cap, MailAnswers answers, MailSubmissions submissions) {
        this.bounces = bounces;
        this.cap = cap;
        this.answers = answers;
        this.submissions = submissions;
    }

    /** @return a Suppressed, a MailAnswer or a Submission */
    public Object sort(Letter letter) {
        MailKind kind = letter.mail().kind();
        if (kind == MailKind.BOUNCE) {
            bounces.mark(letter);
        }
        if (kind != MailKind.ORDINARY) {
            return new Suppressed(letter, "mail.suppressed." + kind.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-'), false);
        }
        return cap.isReached(letter) ? new Suppressed(letter, "mail.suppressed.over-cap", true) : again(letter);
    }

    /** For one that a person wants taken in: the cap doesn't count. */
    Object again(Letter letter) {
        Optional<MailAnswer> answer = answers.find(letter);
        return answer.isPresent() ? answer.get() : submissions.of(letter);
    }
}
