package org.zhitongche.web.desk;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.zhitongche.calendar.CalendarImport;
import org.zhitongche.calendar.CalendarMoves;
import org.zhitongche.calendar.CalendarVersions;
import org.zhitongche.calendar.CalendarVersions.Version;
import org.zhitongche.calendar.CalendarFacts;
import org.zhitongche.calendar.CalendarWords;
import org.zhitongche.calendar.Proposed;
import org.zhitongche.time.InvalidCalendar;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.web.Form;
import org.zhitongche.web.Guard;
import org.zhitongche.web.NavItem;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** 工作日历: the versions that were in force, what each of them changed and moved; another is tried out, put in force and undone. */
public final class CalendarPages implements Pages {

    static final String AT = "/admin/calendar";
    private static final Guard READERS = Guard.OVERSIGHT.or(Guard.SYSTEM_ADMIN);
    private static final Guard KEEPERS = Guard.CENTRE.or(Guard.SYSTEM_ADMIN);
    private static final int ROWS = 50;
    private static final int LARGEST = 1 << 20;

    private final Casework work;
    private final CalendarVersions versions;
    private final CalendarMoves moves;
    private final CalendarImport imports;

    public CalendarPages(Casework work, CalendarVersions versions, CalendarMoves moves, CalendarImport imports) {
        this.work = work;
        this.versions = versions;
        this.moves = moves;
        this.imports = imports;
    }

    @Override
    public Surface surface() {
        return Surface.ADMIN;
    }

    @Override
    public List<NavItem> nav() {
        return List.of(new NavItem(AT, "nav.calendar", READERS, NavItem.Group.SYSTEM));
    }

    @Override
    public void register(Routes routes) {
        routes.get(AT, READERS, visit -> show(visit, Form.empty().with("reason", visit.words().get("calendar-page.typhoon")), Form.empty()));
        routes.get(AT + "/{number}", READERS, this::version);
        routes.post(AT + "/closure", KEEPERS, this::tryClosure);
        routes.post(AT + "/notice", KEEPERS, this::tryNotice);
        routes.post(AT, KEEPERS, this::apply);
        routes.get(AT + "/{number}/undo", KEEPERS, visit -> tried(visit, imports.undo(last(visit)), null, AT + "/" + visit.path("number") + "/undo"));
        routes.post(AT + "/{number}/undo", KEEPERS, visit -> putInForce(visit, imports.undo(last(visit))));
    }

    private void show(Visit visit, Form closure, Form notice) {
        List<Version> all = versions.list();
        WorkCalendar inForce = versions.inForce().calendar();
        Map<String, Object> params = new HashMap<>();
        params.put("calendar", inForce);
        params.put("versions", CalendarRow.of(all));
        params.put("closures", ClosureRow.of(inForce));
        params.put("spoken", spoken(visit));
        params.put("closure", closure);
        params.put("notice", notice);
        params.put("regions", ClosureForm.choices(work.directory().regions()));
        params.put("today", work.today());
        params.put("keeper", KEEPERS.admits(visit.viewer()));
        visit.page("desk/calendar.jte", params);
    }

    private void version(Visit visit) {
        Version version = find(visit);
        int from = visit.query("after").filter(after -> after.matches("\\d{1,7}")).map(Integer::valueOf).orElse(0);
        var rows = moves.list(version.number(), from, ROWS + 1);
        Optional<Version> before = versions.find(version.number() - 1);
        Map<String, Object> params = new HashMap<>();
        params.put("version", version);
        params.put("calendar", version.calendar());
        params.put("changes", before.map(each -> each.calendar().changesTo(version.calendar())).orElse(null));
        params.put("row", CalendarRow.of(version, before.orElse(null)));
        params.put("count", moves.count(version.number()));
        params.put("moved", rows.subList(0, Math.min(ROWS, rows.size())));
        params.put("next", rows.size() > ROWS ? String.valueOf(from + ROWS) : "");
        params.put("spoken", spoken(visit));
        params.put("labels", work.labels());
        params.put("undoable", KEEPERS.admits(visit.viewer()) && version.settledAt() != null && before.isPresent()
            && versions.find(version.number() + 1).isEmpty());
        visit.page("desk/calendarVersion.jte", params);
    }

    private void tryClosure(Visit visit) {
        Form form = visit.form();
        ClosureForm.Named made = new ClosureForm(form, work.directory().regions()).notice(work.today());
        if (made == null) {
            show(visit.status(422), form, Form.empty());
        } else {
            tried(visit, Proposed.notice(made.id(), made.text()), made, AT);
        }
    }

    private void tryNotice(Visit visit) {
        Form form = visit.form();
        ClosureForm.Named uploaded = uploaded(visit, form);
        if (form.isWrong()) {
            show(visit.status(422), Form.empty(), form);
            return;
        }
        try {
            tried(visit, Proposed.notice(uploaded.id(), uploaded.text()), uploaded, AT);
        } catch (InvalidCalendar wrong) {
            form.check(false, "file", "calendar-page.wrong", wrong.told(visit.words()::get));
            show(visit.status(422), Form.empty(), form);
        }
    }

    private static ClosureForm.Named uploaded(Visit visit, Form form) {
        var file = visit.files("file").stream().findFirst().orElse(null);
        if (!form.check(file != null, "file", "form.required") || !form.check(file.size() <= LARGEST, "file", "calendar-page.too-large")) {
            return null;
        }
        String name = file.filename().replaceAll(".*[/\\\\]", "").strip();
        if (!form.check(name.matches("[^\\p{Cntrl}]{1,60}\\.(txt|json)"), "file", "calendar-page.name-wrong")) {
            return null;
        }
        try (var in = file.content()) {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(in.readAllBytes())).toString();
            return new ClosureForm.Named(name.replaceFirst("\\.[^.]*$", ""), CalendarFacts.notice(name, text));
        } catch (CharacterCodingException e) {
            form.check(false, "file", "calendar-page.not-utf8");
        } catch (InvalidCalendar wrong) {
            form.check(false, "file", "calendar-page.wrong", wrong.told(visit.words()::get));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return null;
    }

    /** @param made what is sent again to put it in force; null where nothing needs to be */
    private void tried(Visit visit, Proposed proposed, ClosureForm.Named made, String action) {
        CalendarImport.Report report = imports.preview(proposed);
        Map<String, Object> params = new HashMap<>();
        params.put("report", report);
        params.put("made", made);
        params.put("action", action);
        params.put("cases", (int) report.moved().stream().map(each -> each.appeal()).distinct().count());
        params.put("moved", report.moved().subList(0, Math.min(ROWS, report.moved().size())));
        params.put("spoken", spoken(visit));
        params.put("labels", work.labels());
        visit.page("desk/calendarTried.jte", params);
    }

    private void apply(Visit visit) {
        Form form = visit.form();
        String id = form.required("id", 80);
        String text = form.required("text", LARGEST);
        if (form.isWrong()) {
            visit.redirect(AT);
            return;
        }
        putInForce(visit, Proposed.notice(id, text));
    }

    private void putInForce(Visit visit, Proposed proposed) {
        try {
            Optional<Integer> number = imports.record(proposed, visit.form().text("seen"), visit.viewer().display());
            if (number.isEmpty()) {
                visit.flash("bad", "calendar-page.changed-meanwhile").redirect(AT);
                return;
            }
            visit.looksAt(null, "CALENDAR_PUT_IN_FORCE");
            visit.flash("good", "calendar-page.put-in-force", number.get()).redirect(AT + "/" + number.get());
        } catch (InvalidCalendar refused) {
            visit.flash("bad", "calendar-page.refused", refused.told(visit.words()::get)).redirect(AT);
        }
    }

    private CalendarWords spoken(Visit visit) {
        return new CalendarWords(visit.words(), work.directory());
    }

    private Version find(Visit visit) {
        String number = visit.path("number");
        return Optional.of(number).filter(each -> each.matches("\\d{1,6}")).map(Integer::valueOf).flatMap(versions::find)
            .orElseThrow(() -> visit.unknown(number));
    }

    /** Only what is in force can be undone, and not the first. */
    private Version last(Visit visit) {
        Version version = find(visit);
        if (version.number() == 1 || versions.find(version.number() + 1).isPresent()) {
            throw visit.unknown(version.number());
        }
        return version;
    }
}
