package org.zhitongche.web.firm;

import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Blobs;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.notice.Verifications;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.web.desk.Labels;
import org.zhitongche.web.desk.ProofLines;
import org.zhitongche.web.desk.Proofs;
import org.zhitongche.words.Words;

/** What the firms' pages stand on. @param calendars the one in force at a moment */
public record FirmWork(AppealReads reads, TakeIn takeIn, Acts acts, TrackingTokens tokens, Directory directory,
                       Enterprises enterprises, Verifications verifications, SiteMessages messages, Blobs blobs,
                       Terms terms, Function<Instant, WorkCalendar> calendars, InstantSource clock) {

    Labels labels() {
        return new Labels(directory);
    }

    ProofLines proofs(Words words) {
        return new ProofLines(new Proofs(terms, calendars), directory, words);
    }

    /** 暂定; nothing is where there is no due time. */
    boolean isProvisional(Instant due) {
        return due != null && terms.isProvisional(due);
    }
}
