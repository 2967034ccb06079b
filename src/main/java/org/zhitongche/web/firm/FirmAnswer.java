package org.zhitongche.web.firm;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;

/**
 * An answer that the firm may read: released, and meant for it. Opinions between departments are not.
 *
 * @param department null for the centre's direct answer and its explanation
 * @param conclusion null for what the centre says, a promise said to be fulfilled and what amends a reply
 * @param text       null once erased
 * @param amends     it adds to an earlier answer or puts it right
 */
public record FirmAnswer(Instant at, String department, Conclusion conclusion, String text, LocalDate promised,
                         String wayForward, List<File> files, String signatory, boolean amends) {

    public static List<FirmAnswer> listOf(CaseFile file) {
        Map<UUID, FirmAnswer> handedIn = new LinkedHashMap<>();
        List<FirmAnswer> answers = new ArrayList<>();
        for (StoredEvent stored : file.events()) {
            if (stored.event() instanceof Event.ReplyHandedIn e) {
                handedIn.put(e.assignment(), of(file, stored.at(), e));
            } else if (stored.event() instanceof Event.ReplyReleased e && handedIn.containsKey(e.assignment())) {
                answers.add(handedIn.remove(e.assignment()));
            } else if (stored.event() instanceof Event.AnsweredJointly e && (e.conclusion() != null || e.department() == null)) {
                answers.add(new FirmAnswer(stored.at(), e.department(), e.conclusion(), file.text(e.text()), e.promised(),
                    file.text(e.wayForward()), file.files(e.files()), e.signatory(), false));
            } else if (stored.event() instanceof Event.AnsweredDirectly e) {
                answers.add(new FirmAnswer(stored.at(), null, null, file.text(e.text()), null, null, file.files(e.files()), null, false));
            } else if (stored.event() instanceof Event.PromiseFulfilled e) {
                String department = file.appeal().getAssignment(e.assignment()).department();
                answers.add(new FirmAnswer(stored.at(), department, null, file.text(e.text()), null, null, file.files(e.files()), null, false));
            } else if (stored.event() instanceof Event.ReplyAmended e) {
                String department = file.appeal().getAssignment(e.assignment()).department();
                answers.add(new FirmAnswer(stored.at(), department, null, file.text(e.text()), null, null, file.files(e.files()), null, true));
            } else if (stored.event() instanceof Event.AmendedJointly e) {
                answers.add(new FirmAnswer(stored.at(), e.department(), null, file.text(e.text()), null, null, file.files(e.files()), null, true));
            } else if (stored.event() instanceof Event.FulfilledJointly e) {
                answers.add(new FirmAnswer(stored.at(), e.department(), null, file.text(e.text()), null, null, file.files(e.files()), null, false));
            } else if (stored.event() instanceof Event.Explained e) {
                answers.add(new FirmAnswer(stored.at(), null, null, file.text(e.text()), null, null, file.files(e.files()), null, false));
            }
        }
        return answers;
    }

    private static FirmAnswer of(CaseFile file, Instant at, Event.ReplyHandedIn e) {
        return new FirmAnswer(at, file.appeal().getAssignment(e.assignment()).department(), e.conclusion(), file.text(e.text()),
            e.promised(), file.text(e.wayForward()), file.files(e.files()), e.signatory(), false);
    }
}
