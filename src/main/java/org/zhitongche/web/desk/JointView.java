package org.zhitongche.web.desk;

import java.util.List;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.similar.JointProposals.Proposal;
import org.zhitongche.web.Form;

/** A joint appeal that is proposed, with the form that merges it: all of its cases, into the earliest that is at work. */
public record JointView(Proposal proposal, Form form) {

    /** @param typed what was typed into the form of one of the proposals, whose key is {@code group} */
    static JointView of(Proposal proposal, String group, Form typed) {
        return new JointView(proposal, key(proposal).equals(group) ? typed : proposed(proposal.appeals()));
    }

    private static Form proposed(List<AppealRow> rows) {
        Form form = Form.empty().with("merge-case", rows.stream().map(CompanyForms::seen).toList());
        rows.stream().filter(row -> row.lead() != null).findFirst().or(() -> rows.stream().findFirst())
            .ifPresent(main -> form.with("main", CompanyForms.seen(main)));
        return form;
    }

    /** The same as long as its earliest case is in it. */
    public String key() {
        return key(proposal);
    }

    private static String key(Proposal proposal) {
        return proposal.appeals().isEmpty() ? "" : proposal.appeals().get(0).id().toString();
    }

    public String seen(AppealRow row) {
        return CompanyForms.seen(row);
    }
}
