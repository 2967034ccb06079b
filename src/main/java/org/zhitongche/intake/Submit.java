package org.zhitongche.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Dispatch;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.PriorityRule;
import org.zhitongche.appeal.Reachable;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TextRef;

/** Makes the appeal: accepted and dispatched at once where nothing is in doubt, else put before a person. */
record Submit(Draft draft, String number, String region) implements Action {

    @Override
    public void decide(Change change) {
        submit(change);
        change.compared(draft.likeness());
        // Who only says that he is the firm gets no faster treatment by it.
        PriorityRule priority = change.procedure().priority();
        if (draft.recognition().listed() && draft.recognition().verified() && priority.grounds().contains(PriorityRule.Ground.LISTED)) {
            change.raise(new Event.Prioritised(List.of(PriorityRule.Ground.LISTED.key()), priority.share().toString()));
        }
        Classification classification = draft.classification();
        List<String> urgent = classification.urgent().stream().filter(priority::allows).toList();
        if (!change.appeal().priority() && !urgent.isEmpty()) {
            change.raise(new Event.PrioritySuggested(urgent));
        }
        if (classification.category() != null) {
            change.raise(new Event.Classified(classification.category(), classification.candidates(),
                    classification.reasons(), classification.version(), draft.routing().lead(), similar()));
        }
        List<String> doubts = doubts();
        if (doubts.isEmpty()) {
            change.raise(new Event.Accepted());
            Dispatch.to(change, draft.routing().units(), draft.routing().why());
        } else {
            Instant due = change.terms().due("triage", change.appeal(), draft.submission().firstReceived());
            change.raise(new Event.Triaged(doubts, draft.routing().units(), draft.routing().why(), due));
        }
    }

    private List<UUID> similar() {
        return draft.likeness() == null || draft.likeness().decided().isEmpty() ? null : draft.likeness().decided();
    }

    private void submit(Change change) {
        Submission s = draft.submission();
        Recognition firm = draft.recognition();
        TextRef title = change.text(Change.TextKind.TITLE, s.title() == null || s.title().isBlank() ? beginning(s.text()) : s.title());
        TextRef text = change.text(Change.TextKind.TEXT, s.text());
        TextRef contact = change.text(Change.TextKind.CONTACT, json(s.contact(), firm.name()));
        List<FileRef> files = change.files(s.attachments());
        change.raise(new Event.Submitted(number, s.door(), s.source(), s.type(), title, text, contact, firm.uscc(),
                firm.verified(), firm.how(), region, s.complainedAbout(), draft.routing().recused(), s.mayName(), files,
                s.arrival(), s.firstReceived(), s.enteredBy(), s.linkedTo(), null, null, slip(change, s.slip())));
    }

    private static TextRef slip(Change change, Submission.Slip slip) {
        return slip == null || slip.number() == null ? null : change.text(Change.TextKind.SLIP, slip.number());
    }

    private List<String> doubts() {
        List<String> doubts = new ArrayList<>(draft.submission().doubts());
        if (draft.recognition().uscc() == null) {
            doubts.add("doubt.firm-unknown");
        }
        if (!draft.classification().sure()) {
            doubts.add("doubt.category");
        }
        draft.classification().suspected().forEach(ground -> doubts.add("doubt.ground." + ground));
        draft.routing().doubts().stream().filter(doubt -> !doubt.equals("doubt.no-category") || !doubts.contains("doubt.category"))
                .forEach(doubts::add);
        if (draft.routing().units().isEmpty() && doubts.isEmpty()) {
            doubts.add("doubt.no-department");
        }
        return doubts;
    }

    private static String beginning(String text) {
        String line = text == null ? "" : text.strip().lines().findFirst().orElse("");
        return line.isEmpty() ? "（无标题）" : line.codePointCount(0, line.length()) <= 40 ? line
                : line.substring(0, line.offsetByCodePoints(0, 40)) + "…";
    }

    /** The firm as it named itself stands with the contact: both are erased together. */
    private static String json(Contact contact, String firm) {
        try {
            Contact known = contact == null ? Contact.NONE : contact;
            return EventCodec.JSON.writeValueAsString(new Reachable(firm, known.name(), known.phone(), known.email()));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
