package org.zhitongche.web.desk;

import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.Duty;

/** What the centre owes a decision on: a reply to review, an extension to approve 待批. @param department whose act waits for it, null for none */
public record WaitingRow(AppealRow appeal, String department, Duty duty, Due due) {
}
