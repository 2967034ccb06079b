package org.zhitongche.web.firm;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.web.Form;
import org.zhitongche.web.desk.Labels;
import org.zhitongche.web.desk.Typed;

/**
 * All that a firm sees of its appeal.
 *
 * @param address where this page is
 * @param byLink  the viewer holds the tracking link; else is signed in
 * @param typed   what was typed into a form that did not go through
 * @param pieces  of the letter that was split, this one's or that it is one of; with {@code whole}, its page, they are one progress
 * @param provisional the due time is 暂定
 * @param once    makes a form sent twice count once
 */
public record FirmCase(String address, boolean byLink, CaseFile file, Labels labels, List<Step> steps, List<FirmLine> story,
                       List<FirmAnswer> answers, List<FirmPiece> pieces, FirmPiece whole, boolean provisional, Typed typed, UUID once) {

    public Appeal appeal() {
        return file.appeal();
    }

    public String title() {
        return file.text(appeal().title());
    }

    public String text() {
        return file.text(appeal().text());
    }

    public List<File> enclosed() {
        return FirmFiles.enclosed(file);
    }

    /** Whoever answers the firm, by name. */
    public List<String> units() {
        Stream<String> own = appeal().assignments().stream().filter(a -> a.role().answers() && (a.state().open() || a.completedAt() != null))
            .map(a -> a.department());
        Stream<String> joint = appeal().jointUnits().stream().filter(unit -> unit.role().answers()).map(unit -> unit.department());
        return Stream.concat(own, joint).map(labels::unit).distinct().toList();
    }

    /** The forms that are offered, the most wanted first. */
    public List<String> actions() {
        List<String> actions = new ArrayList<>();
        if (appeal().surveyOpen()) {
            actions.add("rate");
        }
        if (!appeal().state().ended()) {
            actions.add("supplement");
        }
        if (appeal().state().open()) {
            actions.add("remind");
            actions.add("withdraw");
        }
        return actions;
    }

    public String words(String action) {
        return "firm.act." + action;
    }

    public Form form(String action) {
        return typed.is(action) ? typed.form() : Form.empty();
    }

    /** What was refused where its form is not offered any more; null for nothing. */
    public Form.Wrong tooLate() {
        return typed.action() == null || actions().contains(typed.action()) ? null : typed.form().wrong("");
    }

    public boolean isOpen(String action) {
        return typed.is(action) || action.equals("rate");
    }

    public String link(File found) {
        return address + "/files/" + found.id();
    }
}
