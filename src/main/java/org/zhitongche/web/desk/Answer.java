package org.zhitongche.web.desk;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.TextRef;

/**
 * What a department or the centre said about the matter itself.
 *
 * @param department null for the centre's direct answer and its explanation
 * @param conclusion null for an opinion, for what the centre says, a promise said to be fulfilled and what amends a reply
 * @param text       null once erased
 * @param amends     it adds to an earlier answer or puts it right
 */
public record Answer(Instant at, String department, Role role, Conclusion conclusion, String text, LocalDate promised,
                     String wayForward, List<File> files, String signatory, boolean amends) {

    private static final Map<String, String> WAY = Map.of("办理渠道", "way-channel", "受理单位", "way-office", "联系电话", "way-phone",
        "办理时间", "way-time");

    /** The fields of a stored way forward, by the names they have in the form. */
    static Map<String, String> wayForward(String said) {
        Map<String, String> fields = new HashMap<>();
        for (String line : said == null ? List.<String>of() : said.lines().toList()) {
            int colon = line.indexOf('：');
            String name = colon < 0 ? null : WAY.get(line.substring(0, colon));
            if (name != null) {
                fields.put(name, line.substring(colon + 1));
            }
        }
        return fields;
    }

    public static List<Answer> listOf(CaseFile file) {
        List<Answer> answers = new ArrayList<>();
        file.events().forEach(stored -> add(answers, file, stored));
        return answers;
    }

    private static void add(List<Answer> answers, CaseFile file, StoredEvent stored) {
        if (stored.event() instanceof Event.ReplyHandedIn e) {
            Assignment part = file.appeal().getAssignment(e.assignment());
            answers.add(new Answer(stored.at(), part.department(), part.role(), e.conclusion(), file.text(e.text()), e.promised(),
                file.text(e.wayForward()), file.files(e.files()), e.signatory(), false));
        } else if (stored.event() instanceof Event.AnsweredJointly e) {
            answers.add(new Answer(stored.at(), e.department(), null, e.conclusion(), file.text(e.text()), e.promised(),
                file.text(e.wayForward()), file.files(e.files()), e.signatory(), false));
        } else if (stored.event() instanceof Event.OpinionGiven e) {
            answers.add(ofPart(file, stored, e.assignment(), e.text(), e.files(), false));
        } else if (stored.event() instanceof Event.PromiseFulfilled e) {
            answers.add(ofPart(file, stored, e.assignment(), e.text(), e.files(), false));
        } else if (stored.event() instanceof Event.ReplyAmended e) {
            answers.add(ofPart(file, stored, e.assignment(), e.text(), e.files(), true));
        } else if (stored.event() instanceof Event.FulfilledJointly e) {
            answers.add(of(file, stored, e.department(), null, e.text(), e.files(), false));
        } else if (stored.event() instanceof Event.AmendedJointly e) {
            answers.add(of(file, stored, e.department(), null, e.text(), e.files(), true));
        } else if (stored.event() instanceof Event.AnsweredDirectly e) {
            answers.add(of(file, stored, null, null, e.text(), e.files(), false));
        } else if (stored.event() instanceof Event.Explained e) {
            answers.add(of(file, stored, null, null, e.text(), e.files(), false));
        }
    }

    private static Answer ofPart(CaseFile file, StoredEvent stored, UUID assignment, TextRef text, List<FileRef> files, boolean amends) {
        Assignment part = file.appeal().getAssignment(assignment);
        return of(file, stored, part.department(), part.role(), text, files, amends);
    }

    /** Without a conclusion, and so without a promise and a signatory of it. */
    private static Answer of(CaseFile file, StoredEvent stored, String department, Role role, TextRef text, List<FileRef> files, boolean amends) {
        return new Answer(stored.at(), department, role, null, file.text(text), null, null, file.files(files), null, amends);
    }
}
