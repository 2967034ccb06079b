package org.zhitongche.web.firm;

import java.time.Instant;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.appeal.AppealState;

/**
 * One piece 分件 of a letter that was split, as its firm follows it.
 *
 * @param address its own page
 * @param shown   it is the one on whose page it is listed
 * @param provisional the due time of what is next is 暂定
 */
public record FirmPiece(AppealRow row, String address, boolean shown, boolean provisional) {

    /** Of what is next: the centre's decision, or the answer. */
    static Instant due(AppealRow row) {
        return !row.state().open() ? null : row.triageDue() != null ? row.triageDue() : row.due();
    }

    /** Key of the words for how it stands; they take the lead, the due time of what is next, and when it was completed. */
    public String now() {
        if (row.state() == AppealState.TRIAGE) {
            return "firm.piece.triage";
        } else if (row.state() == AppealState.HANDLING) {
            return row.lead() == null ? "firm.piece.waiting" : row.due() == null ? "firm.piece.stands" : "firm.piece.handling";
        }
        return row.state() == AppealState.COMPLETED || row.state() == AppealState.ARCHIVED ? "firm.piece." + row.state() : "firm.now." + row.state();
    }
}
