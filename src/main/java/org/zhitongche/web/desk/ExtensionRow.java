package org.zhitongche.web.desk;

import org.zhitongche.appeal.AppealReads.PendingExtension;

/** An extension that waits for the centre 待批, with the limit of its ruling. */
public record ExtensionRow(PendingExtension asked, Due due) {
}
