package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.AppealReads.FirmCase;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Order;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Terms;
import org.zhitongche.notice.Deliveries;
import org.zhitongche.web.Form;
import org.zhitongche.web.Option;

/**
 * All that the page of one appeal shows.
 *
 * @param base      where its surface begins
 * @param waiting   the order that the viewer's department has to answer next; null for none
 * @param after     what can be done once the firm has its answer
 * @param leaders   what leaders were told and demand, as far as the viewer may know it
 * @param limits    what the rules in force allow on it
 * @param actions   the forms that are offered, by name
 * @param ours      the viewer's own part, as far as it is still open; null for none
 * @param ruling    the part whose sending-back waits for a ruling; null for none
 * @param due       the appeal's own limit, as long as it runs
 * @param triage    the centre's limit, as long as it runs
 * @param firmCases the firm's others; empty for a department
 * @param deliveries what was told to whom; empty for a department
 * @param proposed  whom the system proposes, with units that exist today
 * @param units     what may be chosen; null where nothing is to be chosen
 * @param unitOptions whom the forms that change who has a part may name
 * @param once      makes a form sent twice count once
 */
public record CaseView(String base, CaseFile file, Labels labels, List<StoryLine> story, List<Answer> answers,
                       List<Part> parts, List<OrderView> orders, Order waiting, AfterAnswer after, LeaderView leaders, CaseLimits limits, List<String> actions, Assignment ours, Assignment ruling, Due due, Due triage,
                       List<FirmCase> firmCases, List<Deliveries.Row> deliveries, List<Routing.Unit> proposed, UnitChoice units, UnitOptions unitOptions, boolean allUnits, List<Option> categories, Typed typed,
                       Function<File, String> links, UUID once) {

    private static final String SUSPECTED = "doubt.ground.";

    public Appeal appeal() {
        return file.appeal();
    }

    public String address() {
        return base + "/appeals/" + appeal().id();
    }

    public String title() {
        return file.text(appeal().title());
    }

    public Event.Submitted submitted() {
        return file.latest(Event.Submitted.class);
    }

    public Event.Classified classified() {
        return file.latest(Event.Classified.class);
    }

    public Event.Triaged triaged() {
        return file.latest(Event.Triaged.class);
    }

    /** Cut, never rounded up: what is not certain never reads 100. */
    public static long percent(double probability) {
        return (long) Math.floor(probability * 100 + 1e-9);
    }

    /** The reasons of every dispatch so far. */
    public List<String> whyUnits() {
        List<String> why = new ArrayList<>();
        file.events().forEach(stored -> {
            if (stored.event() instanceof Event.Dispatched e) {
                why.addAll(e.why());
            }
        });
        return why;
    }

    /** Key of the words for whom the firm may be named to. */
    public String mayName() {
        MayName may = appeal().mayName() == null ? MayName.HANDLER_ONLY : appeal().mayName();
        return "case.may-name." + may.to();
    }

    /** As typed, or as the page proposes it. */
    public Form form(String action) {
        if (typed.is(action)) {
            return typed.form();
        }
        Form form = Form.empty();
        if (action.equals("dispatch")) {
            UnitChoice.fill(form.with("category", appeal().category()), proposed);
        } else if (action.equals("redispatch")) {
            UnitChoice.fill(form, proposed);
        } else if (action.equals("refuse")) {
            form.with("ground", suspected());
        } else if (action.equals("answer")) {
            form.with("answer-category", appeal().category());
        } else if ((action.equals("reply") || action.equals("draft")) && ours != null && ours.draft() != null) {
            fillFromDraft(form);
        } else if (action.equals(ArrearsForm.NAME)) {
            ArrearsForm.fill(form, appeal().arrears());
        } else if (action.equals("priority") && !suggestedPriority().isEmpty()) {
            form.with("priority-why", suggestedPriority().get(0));
        } else if (action.equals(ReclassifyForm.NAME)) {
            ReclassifyForm.fill(form, appeal());
        } else if (action.equals("rule") && suggested() != null) {
            UnitChoice.fill(form, List.of(new Routing.Unit(suggested(), ruling.role())));
        }
        return form;
    }

    /** Grounds for priority that the text suggests, where the viewer may decide on them. */
    public List<String> suggestedPriority() {
        return actions.contains("priority") ? appeal().suggestedPriority() : List.of();
    }

    /** The ground that the system suspects; proposed, for a person to decide. Null for none. */
    private String suspected() {
        return triaged() == null ? null : triaged().doubts().stream().filter(doubt -> doubt.startsWith(SUSPECTED))
            .map(doubt -> doubt.substring(SUSPECTED.length())).findFirst().orElse(null);
    }

    private void fillFromDraft(Form form) {
        Event.ReplyDrafted draft = ours.draft();
        form.with("reply-conclusion", draft.conclusion().name()).with("reply-text", file.text(draft.text()));
        if (draft.promised() != null) {
            form.with("reply-promised", draft.promised().toString());
        }
        Answer.wayForward(file.text(draft.wayForward())).forEach(form::with);
    }

    /** The form was sent, but is not offered any more: why it did not go through. */
    public Form.Wrong tooLate() {
        return typed.action() == null || actions.contains(typed.action()) ? null
            : typed.form().wrongs().values().stream().findFirst().orElse(null);
    }

    /** Whom the department that sent it back thinks competent. */
    public String suggested() {
        return lastSendBack() == null ? null : lastSendBack().suggested();
    }

    public String sendBackReason() {
        return lastSendBack() == null ? null : file.text(lastSendBack().reason());
    }

    /** The matter was sent back as often as the rule allows: this time it is ruled as a hard case. */
    public boolean dispute() {
        return ruling != null && appeal().sendBacks() >= limits.times("send-back");
    }

    /** A sending-back with its reason. */
    public record Returned(Instant at, String department, String reason) {}

    /** Each sending-back so far. */
    public List<Returned> sendBacks() {
        return file.events().stream().filter(s -> s.event() instanceof Event.SentBack).map(s -> {
            Event.SentBack e = (Event.SentBack) s.event();
            return new Returned(s.at(), appeal().getAssignment(e.assignment()).department(), file.text(e.reason()));
        }).toList();
    }

    private Event.SentBack lastSendBack() {
        return ruling == null ? null : file.events().stream().map(s -> s.event() instanceof Event.SentBack e ? e : null)
            .filter(e -> e != null && e.assignment().equals(ruling.id())).reduce((a, b) -> b).orElse(null);
    }

    /** The part that a form is about: the own one, or the one to be ruled on. */
    public Assignment subject() {
        return ours != null ? ours : ruling != null ? ruling : underReview() != null ? underReview() : pendingExtension();
    }

    /** The lead's part that stands, answered or not; null before the dispatch. */
    public Assignment leadPart() {
        return appeal().lead().orElse(null);
    }

    /** Files that departments do not have before they were looked at. */
    public List<Option> heldFiles() {
        return file.files(appeal().heldFiles()).stream().map(each -> new Option(each.id().toString(), each.name())).toList();
    }

    /** Whom an order can be sent to. */
    public List<Option> orderable() {
        return OrderView.possible(appeal()).stream().map(a -> new Option(a.id().toString(), labels.unit(a.department()))).toList();
    }

    /** The part whose extension waits for approval 待批, the one asked for first; null for none. */
    static Assignment pendingExtension(Appeal appeal) {
        return appeal.assignments().stream().filter(a -> a.state().open() && a.extension() != null && a.extension().pending())
            .min(Comparator.comparing(a -> a.extension().askedAt())).orElse(null);
    }

    /** The part whose reply waits for the centre's review; null for none. */
    static Assignment underReview(Appeal appeal) {
        return appeal.assignments().stream().filter(a -> a.state().open() && a.reviewBy() != null)
            .min(Comparator.comparing(Assignment::reviewBy)).orElse(null);
    }

    public Assignment underReview() {
        return underReview(appeal());
    }

    /** Co-handling units whose opinion the lead would not wait for; empty where nothing is missing. */
    public List<String> opinionsMissing() {
        return ours == null || ours.role() != Role.LEAD ? List.of() : appeal().assignments().stream()
            .filter(a -> !a.role().answers() && a.state().open()).map(a -> labels.unit(a.department())).toList();
    }

    /** Names of the files of the draft that a signer would release; they must be chosen again. */
    public List<String> draftFiles() {
        return ours == null || ours.draft() == null ? List.of() : file.files(ours.draft().files()).stream().map(File::name).toList();
    }

    public Assignment pendingExtension() {
        return pendingExtension(appeal());
    }

    /** Why it was asked for. */
    public String extensionReason() {
        Assignment pending = pendingExtension();
        return pending == null ? null : file.events().stream()
            .map(s -> s.event() instanceof Event.ExtensionRequested e && e.assignment().equals(pending.id()) ? file.text(e.reason()) : null)
            .filter(reason -> reason != null).reduce((former, latest) -> latest).orElse(null);
    }

    /** Units that cannot be chosen: those that must stand aside, those already at work. */
    static Set<String> impossible(Appeal appeal) {
        Set<String> codes = new TreeSet<>(appeal.recused());
        appeal.assignments().stream().filter(a -> a.state().open() || a.state() == AssignmentState.SENT_BACK)
            .forEach(a -> codes.add(a.department()));
        return codes;
    }

    static Owed owed(Appeal appeal, Duty duty, Terms terms) {
        return appeal.owed(terms).stream().filter(o -> o.duty() == duty && o.subject().equals(appeal.id())).findFirst().orElse(null);
    }

    /** Some due time that is shown is 暂定. */
    public boolean provisional() {
        return Stream.concat(Stream.of(due, triage), parts.stream().flatMap(part -> Stream.of(part.acknowledge(), part.answer(), part.stage())))
            .anyMatch(shown -> shown != null && shown.provisional());
    }

    /** When the survey closes, null if none is open. */
    public Instant surveyCloses() {
        return appeal().surveyCloses();
    }
}
