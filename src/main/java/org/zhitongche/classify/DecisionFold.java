package org.zhitongche.classify;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.classify.Decision.Said;
import org.zhitongche.classify.Decision.Why;

/** One appeal's events as far as they tell what people decided; the latest decision stands. */
final class DecisionFold {

    private String number;
    private String region;
    private TextRef title;
    private TextRef text;
    private Said said = new Said(null, null, null, null, false);
    private String category;
    private String lead;
    private UUID leadPart;
    private boolean sentBack;
    private boolean passedOn;
    /** Whoever has it since stands in for one that is recused: that says nothing about whose matter it is. */
    private boolean aside;
    private Label label;
    private Label beforeMerge;

    /** @param joint whose category and lead it has; null where it has its own */
    record Label(String category, String lead, Instant at, Why why, UUID joint) {}

    static DecisionFold of(List<StoredEvent> events) {
        DecisionFold fold = new DecisionFold();
        events.forEach(fold::apply);
        return fold;
    }

    Optional<Label> label() {
        return Optional.ofNullable(label);
    }

    TextRef title() {
        return title;
    }

    TextRef text() {
        return text;
    }

    /** @return empty where its content is erased or its category is not known */
    Optional<Decision> decision(UUID appeal, Label label, String title, String text) {
        return label == null || label.category() == null || text == null ? Optional.empty() : Optional.of(new Decision(appeal, number, title,
                text, region, label.category(), label.lead(), label.at(), label.why(), said));
    }

    private void apply(StoredEvent stored) {
        Event event = stored.event();
        if (event instanceof Event.Submitted e) {
            number = e.number();
            region = e.region();
            title = e.title();
            text = e.text();
        } else if (event instanceof Event.Classified e) {
            classified(e);
        } else if (event instanceof Event.Reclassified e) {
            reclassified(stored, e);
        } else if (event instanceof Event.Triaged e && label == null && !said.itself()) {
            said = new Said(said.category(), said.probability(), leadOf(e.proposed()), said.version(), false);
        } else if (event instanceof Event.Dispatched e) {
            dispatched(stored, e);
        } else if (event instanceof Event.AnsweredDirectly && stored.actor().is(Actor.Kind.CENTRE)) {
            decided(stored, null, Why.DIRECT);
        } else {
            later(stored);
        }
    }

    private void classified(Event.Classified e) {
        category = e.category();
        if (!e.byPerson()) {
            Double probability = e.candidates().isEmpty() ? null : e.candidates().get(0).probability();
            said = new Said(e.category(), probability, said.lead(), e.version(), said.itself());
        }
    }

    /** Before anybody was given it the decision is still to come; who has it was not looked at. */
    private void reclassified(StoredEvent stored, Event.Reclassified e) {
        region = e.region() == null ? region : e.region();
        if (e.category() == null) {
            return;
        }
        category = e.category();
        if (label != null) {
            label = new Label(category, label.lead(), stored.at(), Why.RECLASSIFIED, label.joint());
        } else if (leadPart != null) {
            label = new Label(category, null, stored.at(), Why.RECLASSIFIED, null);
        }
    }

    private static String leadOf(List<Routing.Unit> units) {
        return units.stream().filter(unit -> unit.role() == Role.LEAD).map(Routing.Unit::department).findFirst().orElse(null);
    }

    private void dispatched(StoredEvent stored, Event.Dispatched e) {
        e.assignments().stream().filter(each -> each.role() == Role.LEAD).findFirst().ifPresent(each -> {
            boolean first = leadPart == null;
            lead = each.department();
            leadPart = each.id();
            if (each.rework() && !first) {
                return;
            }
            if (stored.actor().is(Actor.Kind.CENTRE)) {
                decided(stored, lead, sentBack ? Why.SENT_BACK : Why.DISPATCHED);
            } else if (first) {
                said = new Said(said.category(), said.probability(), lead, said.version(), true);
            } else if (passedOn) {
                relabel();
            }
            sentBack = false;
            passedOn = false;
        });
    }

    /** The same decision, of another department. */
    private void relabel() {
        label = label == null || aside ? label : new Label(label.category(), lead, label.at(), label.why(), label.joint());
    }

    private void later(StoredEvent stored) {
        Event event = stored.event();
        if (event instanceof Event.SendBackRuled e && e.assignment().equals(leadPart)) {
            sentBack = e.upheld();
            if (!e.upheld()) {
                decided(stored, lead, Why.RULED);
            }
        } else if (event instanceof Event.Transferred e && e.assignment().equals(leadPart)) {
            lead = e.to();
            relabel();
        } else if (event instanceof Event.PassedOn e && e.assignment().equals(leadPart)) {
            passedOn = true;
        } else if (event instanceof Event.Recused e && leadPart != null) {
            aside |= e.units().contains(lead);
        } else if (event instanceof Event.ReplyReleased e && e.assignment().equals(leadPart) && label == null) {
            decided(stored, lead, Why.ANSWERED);
        } else if (event instanceof Event.Merged e) {
            beforeMerge = label;
            label = new Label(category, lead, stored.at(), Why.MERGED, e.into());
        } else if (event instanceof Event.Unmerged) {
            label = beforeMerge;
        }
    }

    private void decided(StoredEvent stored, String lead, Why why) {
        if (!aside) {
            label = new Label(category, lead, stored.at(), why, null);
        } else if (label == null) {
            label = new Label(category, null, stored.at(), why, null);
        }
    }
}
