package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.zhitongche.time.Limit;

/**
 * 领导批示: what a leader demands on a case, with a clock of its own that nothing pauses.
 *
 * @param number     the appeal's with {@code -P1}, {@code -P2} …
 * @param report     the one it was written on; null where it came by itself
 * @param office     of the leader
 * @param recordedAt when the centre or a supervisor recorded it; the clock starts there
 * @param due        the last moment in time
 * @param answeredAt null while it waits; so is {@code answer}
 * @param toldOn     the day on which the leader was told what came of it 回告; null until then, as is {@code told}
 */
public record LeaderNote(UUID id, String number, UUID report, String office, LocalDate notedOn, TextRef note, UUID assignment,
                         Instant recordedAt, Limit limit, Instant due, Instant answeredAt, TextRef answer, List<FileRef> answerFiles, LocalDate toldOn, TextRef told) {

    LeaderNote due(Instant then) {
        return new LeaderNote(id, number, report, office, notedOn, note, assignment, recordedAt, limit, then, answeredAt, answer,
                answerFiles, toldOn, told);
    }

    LeaderNote answered(Instant at, TextRef text, List<FileRef> files) {
        return new LeaderNote(id, number, report, office, notedOn, note, assignment, recordedAt, limit, due, at, text,
                files == null ? List.of() : files, toldOn, told);
    }

    LeaderNote told(LocalDate day, TextRef text) {
        return new LeaderNote(id, number, report, office, notedOn, note, assignment, recordedAt, limit, due, answeredAt, answer, answerFiles, day, text);
    }

    /** Answered, and the leader does not know yet. */
    public boolean toTell() {
        return answeredAt != null && toldOn == null;
    }
}
