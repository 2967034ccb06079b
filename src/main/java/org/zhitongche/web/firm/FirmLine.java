package org.zhitongche.web.firm;

import java.time.Instant;
import java.util.List;
import org.zhitongche.appeal.AppealReads.File;

/** What happened, as the firm reads it. @param text what somebody wrote to or from the firm, null for nothing */
public record FirmLine(Instant at, String what, String text, List<File> files) {

    FirmLine(Instant at, String what) {
        this(at, what, null, List.of());
    }
}
