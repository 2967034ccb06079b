package org.zhitongche.web.firm;

import java.util.List;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.Labels;
import org.zhitongche.web.desk.Typed;

/**
 * What the holder of a link may see before he has shown who he is: how it stands, and nothing of what was said.
 *
 * @param pieces  where the letter was split, without what they are about
 * @param mailbox where a code would be sent, masked; null where the sender left no address
 */
public record StatusView(String address, Appeal appeal, List<Step> steps, List<FirmPiece> pieces, Labels labels, String mailbox, Typed typed) {

    static StatusView of(Access access, CaseFile file, List<FirmPiece> pieces, Labels labels, Typed typed) {
        String email = file.firm().email();
        return new StatusView(access.address(), file.appeal(), Step.listOf(file.appeal()), pieces, labels,
            email == null || email.isBlank() ? null : masked(email.strip()), typed);
    }

    static String masked(String email) {
        int at = email.lastIndexOf('@');
        return at < 1 ? "***" : email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(at);
    }

    /** What was refused for want of a code; null for nothing. */
    public Form.Wrong refused() {
        return typed.action() == null || typed.is("verify") ? null : typed.form().wrong("");
    }

    public Form form() {
        return typed.is("verify") ? typed.form() : Form.empty();
    }
}
