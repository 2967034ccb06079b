package org.zhitongche.web.desk;

import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.DeskReads.TriageRow;

/**
 * An appeal in the centre's lists.
 *
 * @param due    the limit that runs, null where none does
 * @param triage what waits for a decision, null where nothing does
 */
public record CentreRow(AppealRow appeal, Due due, TriageRow triage) {
}
