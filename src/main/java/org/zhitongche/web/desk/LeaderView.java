package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.List;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.LeaderNote;
import org.zhitongche.appeal.LeaderReport;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Sight;
import org.zhitongche.appeal.Terms;

/**
 * What stands between leaders and those who oversee, as far as the viewer may know it.
 *
 * @param reports 直转件呈报; empty for a department
 * @param notes   领导批示; for a department its own
 * @param waiting the note that the viewer's department answers next; null for none
 */
public record LeaderView(List<Reported> reports, List<Noted> notes, Noted waiting) {

    /** @param summary null once erased */
    public record Reported(LeaderReport report, String summary) {}

    /** @param said the note, null once erased @param due null once nothing is waited for */
    public record Noted(LeaderNote note, String department, String said, Due due, String answer, List<File> files, String told) {

        /** As it was given; whoever reads the note may see its proof. */
        public Due given() {
            return Due.past(note.due(), Duty.LEADER_NOTE, note.id());
        }
    }

    static LeaderView of(CaseFile file, Actor viewer, Terms terms, Instant now) {
        Appeal appeal = file.appeal();
        boolean department = viewer.is(Actor.Kind.DEPARTMENT);
        List<Owed> owed = appeal.leaderNotes().isEmpty() ? List.of() : appeal.owed(terms);
        List<Noted> notes = appeal.leaderNotes().stream().filter(note -> Sight.mayKnow(viewer, appeal, note))
            .map(note -> noted(file, note, owed, terms, now)).toList();
        List<Reported> reports = department ? List.of() : appeal.leaderReports().stream()
            .map(report -> new Reported(report, file.text(report.summary()))).toList();
        return new LeaderView(reports, notes, !department ? null : notes.stream().filter(each -> each.due() != null).findFirst().orElse(null));
    }

    private static Noted noted(CaseFile file, LeaderNote note, List<Owed> owed, Terms terms, Instant now) {
        Due due = owed.stream().filter(each -> each.subject().equals(note.id())).findFirst().map(each -> Due.of(each, terms, now)).orElse(null);
        return new Noted(note, file.appeal().getAssignment(note.assignment()).department(), file.text(note.note()), due, file.text(note.answer()),
            file.files(note.answerFiles()), file.text(note.told()));
    }

    /** The answered one that its leader is to be told of next 回告; null for none. */
    public Noted toTell() {
        return notes.stream().filter(each -> each.note().toTell()).findFirst().orElse(null);
    }

    /** Number of the report that a note was written on; null for none. */
    public String reportOf(LeaderNote note) {
        return reports.stream().map(Reported::report).filter(report -> report.id().equals(note.report())).map(LeaderReport::number)
            .findFirst().orElse(null);
    }
}
