package org.zhitongche.web.desk;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealRow;
import org.zhitongche.similar.SimilarCases.SimilarCase;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;

/**
 * What goes with the case on the page, and what its forms 拆分, 并案 and 撤销并案 offer.
 *
 * @param units who can be given a piece: unlike in other forms also those at work on the whole, whose parts end with it;
 *              null where it cannot be split
 * @param like  open cases about the same matter, which may be merged into this one
 */
public record CompanyView(Company company, UnitChoice units, List<SimilarCase> like) {

    public static final CompanyView NONE = new CompanyView(Company.NONE, null, List.of());

    private static final int AT_FIRST = 3;

    /** Those of the similar cases that could be merged. */
    static List<SimilarCase> mergeable(LikeView like, Company company) {
        List<AppealRow> with = new ArrayList<>(company.children());
        if (company.joint() != null) {
            with.add(company.joint());
        }
        return Stream.concat(like.repeated().stream(), like.shared().stream())
            .filter(each -> each.appeal().state().open() && with.stream().noneMatch(row -> row.id().equals(each.appeal().id()))).toList();
    }

    /** What may be done now that concerns several appeals. @param limits with the viewer's part of the case in which it is handled */
    static List<String> actions(Actor viewer, CaseLimits limits) {
        Appeal appeal = limits.appeal();
        List<String> actions = new ArrayList<>();
        if (appeal.mergedInto() != null && limits.mayAskJointly()) {
            actions.add("ask");
        }
        if (!viewer.is(Actor.Kind.CENTRE) || !appeal.state().open() || appeal.suspendedAt() != null) {
            return actions;
        }
        if (appeal.answered()) {
            return actions;
        }
        if (appeal.mergedInto() != null) {
            actions.add(CompanyForms.UNMERGE);
        } else {
            if (appeal.pieceOf() == null && !appeal.joint()) {
                actions.add(CompanyForms.SPLIT);
            }
            actions.add(CompanyForms.MERGE);
        }
        return actions;
    }

    /** As it was left, else with the matters that the letter numbers itself, and all its files with each. */
    public Form split(CaseView view) {
        if (view.typed().is(CompanyForms.SPLIT)) {
            return view.typed().form();
        }
        Form form = Form.empty();
        List<String> passages = Passages.of(view.file().text(view.appeal().text()));
        for (int n = 1; n <= passages.size(); n++) {
            form.with("split-title-" + n, Passages.title(passages.get(n - 1))).with("split-text-" + n, passages.get(n - 1));
        }
        List<String> all = view.file().files(view.appeal().files()).stream().map(file -> file.id().toString()).toList();
        for (int n = 1; n <= CompanyForms.PIECES; n++) {
            form.with("split-files-" + n, all);
        }
        return form;
    }

    /** How many pieces the form has room for. */
    public int rows(Form form) {
        int rows = form.text("split-rows").matches("[1-9]") ? Integer.parseInt(form.text("split-rows")) : AT_FIRST;
        for (int n = CompanyForms.PIECES; n > rows; n--) {
            if (CompanyForms.isTyped(form, n)) {
                return n;
            }
        }
        return rows;
    }

    public int most() {
        return CompanyForms.PIECES;
    }

    public List<Option> files(CaseView view) {
        return view.file().files(view.appeal().files()).stream().filter(file -> file.blob() != null)
            .map(file -> new Option(file.id().toString(), file.name())).toList();
    }

    public String seen(AppealRow row) {
        return CompanyForms.seen(row);
    }
}
