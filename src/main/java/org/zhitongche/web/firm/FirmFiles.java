package org.zhitongche.web.firm;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.StoredEvent;

/** The files of an appeal that its firm may have: its own and those of answers to it; a department's opinion is not among them. */
public final class FirmFiles {

    private FirmFiles() {
    }

    /** What came with the appeal itself. */
    public static List<File> enclosed(CaseFile file) {
        Event.Submitted submitted = file.latest(Event.Submitted.class);
        return submitted == null ? List.of() : file.files(submitted.files());
    }

    /** Empty for one that is erased, too. */
    public static Optional<File> find(CaseFile file, UUID id) {
        List<File> theirs = new ArrayList<>(enclosed(file));
        for (StoredEvent stored : file.events()) {
            if (stored.event() instanceof Event.Supplemented e) {
                theirs.addAll(file.files(e.files()));
            } else if (stored.event() instanceof Event.AnsweredJointly e) {
                theirs.addAll(file.files(e.files())); // a stage reply's too
            }
        }
        FirmAnswer.listOf(file).forEach(answer -> theirs.addAll(answer.files()));
        return theirs.stream().filter(found -> found.id().equals(id) && found.blob() != null).findFirst();
    }
}
