package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.AppealReads.FirmCase;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.CaseFile;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.Given;
import org.zhitongche.appeal.Owed;
import org.zhitongche.appeal.Routing;
import org.zhitongche.notice.Deliveries;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;
import org.zhitongche.words.Words;

/** One appeal: the case file, its forms, its attachments and the sheet for printing; on the desk or for the centre. */
final class CasePages implements Pages {

    private final Surface surface;
    private final Guard readers;
    private final Casework work;
    private final FileLinks links;
    private final CaseForms forms;

    CasePages(Surface surface, Guard readers, Casework work, FileLinks links) {
        this.surface = surface;
        this.readers = readers;
        this.work = work;
        this.links = links;
        this.forms = new CaseForms(surface, work, this::show);
    }

    @Override
    public Surface surface() {
        return surface;
    }

    @Override
    public void register(Routes routes) {
        String at = surface.home() + "/appeals/{id}";
        routes.get(at, readers, visit -> show(visit, visit.id("id"), asked(visit)));
        routes.get(at + "/print", readers, this::print);
        routes.get(at + "/due", readers, visit -> prove(visit, true, given -> true));
        routes.get(at + "/due/{kind}/{subject}", readers, visit -> {
            UUID subject = visit.id("subject");
            prove(visit, false, given -> given.kind().equals(visit.path("kind")) && given.subject().equals(subject));
        });
        routes.get(surface.home() + "/files/{token}", readers, this::download);
        forms.register(routes, at);
    }

    /** A link may open the form for merging with a case already named in it. */
    private static Typed asked(Visit visit) {
        return visit.query(CompanyForms.MERGE).map(number -> new Typed(CompanyForms.MERGE, Form.empty().with("merge-numbers", number)))
            .orElse(Typed.NOTHING);
    }

    private void show(Visit visit, UUID id, Typed typed) {
        CaseView view = view(visit, id, typed);
        visit.looksAt(id, "READ");
        Actor viewer = Actors.of(visit.viewer(), surface);
        LikeView like = LikeView.of(viewer, id, work.similar());
        visit.page("desk/case.jte", Map.of("view", view, "like", like, "company", company(viewer, view, like)));
    }

    private CompanyView company(Actor viewer, CaseView view, LikeView like) {
        Company company = Company.of(work.reads(), viewer, view.appeal());
        boolean split = view.actions().contains(CompanyForms.SPLIT);
        return new CompanyView(company, split ? choice(view.appeal(), view.allUnits(), view.appeal().recused()) : null, CompanyView.mergeable(like, company));
    }

    private void print(Visit visit) {
        CaseView view = view(visit, visit.id("id"), Typed.NOTHING);
        visit.looksAt(visit.id("id"), "PRINT");
        visit.page("desk/print.jte", Map.of("view", view, "now", work.clock().instant()));
    }

    /** What the viewer may not see is as unknown as what there never was. */
    private void prove(Visit visit, boolean whole, Predicate<Given> asked) {
        UUID id = visit.id("id");
        Actor viewer = Actors.of(visit.viewer(), surface);
        CaseFile file = work.reads().findCase(viewer, id).orElseThrow(() -> visit.unknown(id));
        List<Given> times = file.givenTimes(viewer, work.terms()).stream().filter(asked).toList();
        if (times.isEmpty() && !whole) {
            throw visit.unknown(id);
        }
        visit.looksAt(id, "READ");
        visit.page("desk/proof.jte", Map.of("view", ProofView.of(file, times, whole, surface.home() + "/appeals/" + id,
            work.proofs(visit.words()), new ProofView.Names(visit.words(), work.labels()), work.clock().instant())));
    }

    private void download(Visit visit) {
        AppealReads.File file = links.read(visit.path("token"), visit.viewer().id())
            .flatMap(found -> work.reads().findFile(Actors.of(visit.viewer(), surface), found))
            .orElseThrow(() -> visit.unknown("file"));
        visit.looksAt(file.appeal(), "DOWNLOAD");
        if (file.inert()) {
            visit.download(file.name() + ".bin", "application/octet-stream", work.blobs().open(file.blob()));
        } else {
            visit.download(file.name(), file.contentType(), work.blobs().open(file.blob()));
        }
    }

    private CaseView view(Visit visit, UUID id, Typed typed) {
        Actor viewer = Actors.of(visit.viewer(), surface);
        CaseFile file = work.reads().findCase(viewer, id).orElseThrow(() -> visit.unknown(id));
        Appeal appeal = file.appeal();
        Instant now = work.clock().instant();
        Appeal handled = handled(viewer, appeal);
        Assignment ours = surface != Surface.DESK ? null : handled.assignments().stream()
            .filter(a -> a.department().equals(viewer.unit()) && a.state().open()).findFirst().orElse(null);
        CaseLimits limits = new CaseLimits(work.terms(), appeal, ours);
        AfterAnswer after = AfterAnswer.of(file, handled, viewer, limits, now);
        LeaderView leaders = LeaderView.of(file, viewer, work.terms(), now);
        List<String> actions = new CaseActions(surface).of(viewer, limits, after, leaders, now);
        Assignment ruling = !actions.contains("rule") ? null : appeal.assignments().stream()
            .filter(a -> a.state() == AssignmentState.SENT_BACK).findFirst().orElse(null);
        Labels labels = work.labels();
        boolean all = visit.query("units").isPresent();
        return new CaseView(surface.home(), file, labels, new Story(file, visit.words(), labels, work.procedure()).tell(),
            Answer.listOf(file), appeal.assignments().stream().map(a -> Part.of(viewer, appeal, a, work.terms(), now)).toList(),
            OrderView.listOf(file, viewer, work.terms(), now), OrderView.first(appeal, viewer), after, leaders, limits, actions, ours,
            ruling, due(appeal, Duty.REPLY, now), due(appeal, Duty.TRIAGE, now), firmCases(viewer, file), deliveries(viewer, id), work.standing(appeal.proposed()), units(actions, appeal, all),
            unitOptions(actions, viewer, appeal, labels, visit.words()), all, work.categories(), typed, found -> surface.home() + "/files/" + links.token(found.id(), visit.viewer().id()),
            UUID.randomUUID());
    }

    /** The case in which the matter is handled: this one, or its joint case. */
    private Appeal handled(Actor viewer, Appeal appeal) {
        return appeal.mergedInto() == null ? appeal : work.reads().findCase(viewer, appeal.mergedInto()).map(CaseFile::appeal).orElse(appeal);
    }

    private Due due(Appeal appeal, Duty duty, Instant now) {
        Owed owed = CaseView.owed(appeal, duty, work.terms());
        return owed == null ? null : Due.of(owed, work.terms(), now);
    }

    private List<FirmCase> firmCases(Actor viewer, CaseFile file) {
        if (viewer.is(Actor.Kind.DEPARTMENT) || file.appeal().uscc() == null) {
            return List.of();
        }
        String words = file.text(file.appeal().title()) + "\n" + file.text(file.appeal().text());
        return work.reads().listOfFirm(viewer, file.appeal().uscc(), words, file.appeal().id(), 8);
    }

    private List<Deliveries.Row> deliveries(Actor viewer, UUID id) {
        return viewer.is(Actor.Kind.CENTRE) ? work.deliveries().deliveriesOf(id) : List.of();
    }

    private UnitOptions unitOptions(List<String> actions, Actor viewer, Appeal appeal, Labels labels, Words words) {
        return !actions.contains("pass") && !actions.contains("recuse") && !actions.contains("lift-recusal") ? UnitOptions.NONE
            : UnitOptions.of(viewer, appeal, work.departments(), work.directory(), labels, words);
    }

    /** The departments of the matter's region; a department that sends back may suggest any of them too. */
    private UnitChoice units(List<String> actions, Appeal appeal, boolean all) {
        if (!actions.contains("dispatch") && !actions.contains("redispatch") && !actions.contains("rule") && !actions.contains("send-back")
            && !actions.contains(CompanyForms.UNMERGE)) {
            return null;
        }
        return choice(appeal, all, CaseView.impossible(appeal));
    }

    private UnitChoice choice(Appeal appeal, boolean all, Set<String> impossible) {
        Set<String> proposed = work.standing(appeal.proposed()).stream().map(Routing.Unit::department).collect(Collectors.toCollection(TreeSet::new));
        return UnitChoice.of(work.departments(), work.directory().regions(), all ? null : appeal.region(), proposed, impossible, proposed.size());
    }
}
