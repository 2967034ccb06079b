package org.zhitongche.web.firm;

import java.time.InstantSource;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Blobs;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.notice.Verifications;
import org.zhitongche.web.desk.Labels;

/** What the firms' pages stand on. */
public record FirmWork(AppealReads reads, TakeIn takeIn, Acts acts, TrackingTokens tokens, Directory directory,
                       Enterprises enterprises, Verifications verifications, SiteMessages messages, Blobs blobs,
                       InstantSource clock) {

    Labels labels() {
        return new Labels(directory);
    }
}
