package org.zhitongche.appeal;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.zhitongche.time.Light;

/** An appeal as its events left it. Nothing else changes it; whoever wants to act raises events through a {@link Change}. */
public final class Appeal {

    final UUID id;
    final Map<UUID, Assignment> assignments = new LinkedHashMap<>();
    final Set<String> recused = new TreeSet<>();
    int version;
    byte[] head = HashChain.START;
    Instant lastAt = Instant.MIN;

    AppealState state;
    String number;
    Type type;
    Source source;
    Door door;
    String uscc;
    boolean verified;
    MayName mayName;
    String region;
    String category;
    TextRef title;
    TextRef text;
    TextRef contact;
    List<Routing.Unit> proposed = List.of();
    Instant triageSince;
    Instant triageDue;
    Instant firstReceived;
    Instant acceptedAt;
    Instant dispatchedAt;
    Instant due;
    Instant completedAt;
    Instant firstCompletedAt;
    Boolean completedOnTime;
    Ending ending;
    Instant confirmedAt;
    Instant endedAt;
    int round;
    Instant surveyOpenedAt;
    Instant surveyCloses;
    int reopened;
    int passedOn;
    boolean escalated;
    Boolean contacted;
    Boolean solved;
    Satisfaction satisfaction;
    Instant ratedAt;
    boolean overdue;
    boolean erased;
    final Set<Turned> turned = new HashSet<>();

    Appeal(UUID id) {
        this.id = id;
    }

    public UUID id() { return id; }
    public int version() { return version; }
    public String number() { return number; }
    public AppealState state() { return state; }
    public Type type() { return type; }
    public Source source() { return source; }
    public Door door() { return door; }
    public String uscc() { return uscc; }
    public boolean verified() { return verified; }
    public MayName mayName() { return mayName; }
    public String region() { return region; }
    public String category() { return category; }
    public TextRef title() { return title; }
    public TextRef text() { return text; }
    public TextRef contact() { return contact; }
    public List<Routing.Unit> proposed() { return proposed; }
    public Set<String> recused() { return recused; }
    public Instant triageDue() { return triageDue; }
    public Instant firstReceived() { return firstReceived; }
    public Instant acceptedAt() { return acceptedAt; }
    public Instant dispatchedAt() { return dispatchedAt; }
    public Instant due() { return due; }
    public Instant completedAt() { return completedAt; }
    public Ending ending() { return ending; }
    public int round() { return round; }
    public int reopened() { return reopened; }
    public boolean escalated() { return escalated; }
    public Boolean solved() { return solved; }
    public Satisfaction satisfaction() { return satisfaction; }
    public Instant surveyCloses() { return surveyCloses; }
    public Instant ratedAt() { return ratedAt; }
    public Collection<Assignment> assignments() { return assignments.values(); }

    public Assignment getAssignment(UUID assignment) {
        return findAssignment(assignment).orElseThrow(() -> new Unknown("assignment " + assignment));
    }

    public Optional<Assignment> findAssignment(UUID assignment) {
        return Optional.ofNullable(assignments.get(assignment));
    }

    /** The lead that stands: the latest one not returned. */
    public Optional<Assignment> lead() {
        return assignments.values().stream()
                .filter(a -> a.role == Role.LEAD && a.owesAnswer())
                .reduce((first, later) -> later);
    }

    /** Assignments on which the firm's answer still depends. */
    public List<Assignment> owedAnswers() {
        return assignments.values().stream().filter(a -> a.owesAnswer() && a.completedAt == null).toList();
    }

    public boolean surveyOpen() {
        return surveyCloses != null;
    }

    /** A sending-back waits for the centre's ruling. */
    public boolean rulingOpen() {
        return assignments.values().stream().anyMatch(a -> a.state == AssignmentState.SENT_BACK);
    }

    /** Who holds the matter; what several hold at once is the lead's, so that waiting times add up. */
    public String holder() {
        if (!state.open()) {
            return "NOBODY";
        }
        if (state == AppealState.TRIAGE) {
            return "CENTRE";
        }
        Optional<Assignment> lead = lead();
        if (lead.isPresent() && lead.get().state.open()) {
            return lead.get().department;
        }
        if (triageDue != null) {
            return "CENTRE";
        }
        return owedAnswers().stream().findFirst().or(() -> lead).map(a -> a.department).orElse("CENTRE");
    }

    void apply(Event event, Instant at) {
        if (event instanceof Event.Submitted e) {
            submitted(e);
        } else if (event instanceof Event.Classified e) {
            category = e.category();
        } else if (event instanceof Event.Triaged e) {
            triaged(e, at);
        } else if (event instanceof Event.Accepted) {
            acceptedAt = at;
            state = AppealState.HANDLING;
        } else if (event instanceof Event.NotAccepted) {
            end(AppealState.NOT_ACCEPTED, Ending.NOT_ACCEPTED, at);
        } else if (event instanceof Event.Dispatched e) {
            dispatched(e, at);
        } else if (event instanceof Event.Acknowledged e) {
            getAssignment(e.assignment()).acknowledge(at);
        } else if (event instanceof Event.Contacted e) {
            contacted(getAssignment(e.assignment()), at);
        } else if (event instanceof Event.SentBack e) {
            getAssignment(e.assignment()).sendBack(at);
            openTriage(at, e.rulingDue());
        } else if (event instanceof Event.SendBackRuled e) {
            getAssignment(e.assignment()).ruleOn(e.upheld());
            closeTriage();
        } else if (event instanceof Event.OpinionGiven e) {
            Assignment assignment = getAssignment(e.assignment());
            assignment.handIn(at, null, null);
            assignment.complete();
        } else if (event instanceof Event.ReplyHandedIn e) {
            getAssignment(e.assignment()).handIn(at, e.conclusion(), e.promised());
        } else if (event instanceof Event.ReplyReleased e) {
            getAssignment(e.assignment()).complete();
        } else if (event instanceof Event.AnsweredDirectly e) {
            due = due == null ? e.due() : due;
            closeTriage();
        } else if (event instanceof Event.Completed e) {
            completed(e);
        } else if (event instanceof Event.SurveyOpened e) {
            surveyOpened(e, at);
        } else if (event instanceof Event.Rated e) {
            rated(e, at);
        } else if (event instanceof Event.SurveyLapsed) {
            surveyCloses = null;
        } else if (event instanceof Event.Reopened) {
            takeBack();
        } else if (event instanceof Event.Escalated) {
            escalated = true;
        } else if (event instanceof Event.SenderVerified e) {
            verified = true;
            uscc = e.uscc() == null ? uscc : e.uscc();
        } else if (event instanceof Event.Withdrawn) {
            assignments.values().forEach(Assignment::cancel);
            end(AppealState.WITHDRAWN, Ending.WITHDRAWN, at);
        } else if (event instanceof Event.Archived) {
            state = AppealState.ARCHIVED;
            endedAt = at;
        } else if (event instanceof Event.LightTurned e) {
            lightTurned(e);
        } else if (event instanceof Event.ContentErased) {
            erased = true;
        }
        // Supplemented and Reminded change nothing but the history.
    }

    private void submitted(Event.Submitted e) {
        number = e.number();
        type = e.type();
        source = e.source();
        door = e.door();
        uscc = e.uscc();
        verified = e.verified();
        mayName = e.mayName();
        region = e.region();
        title = e.title();
        text = e.text();
        contact = e.contact();
        recused.addAll(e.recused());
        firstReceived = e.receivedAt();
        state = AppealState.TRIAGE;
    }

    private void triaged(Event.Triaged e, Instant at) {
        proposed = List.copyOf(e.proposed());
        openTriage(at, e.due());
    }

    private void openTriage(Instant at, Instant dueBy) {
        triageSince = at;
        triageDue = dueBy;
    }

    private void closeTriage() {
        triageSince = null;
        triageDue = null;
    }

    private void dispatched(Event.Dispatched e, Instant at) {
        if (dispatchedAt == null) {
            dispatchedAt = at;
            due = e.due();
        } else if (e.assignments().stream().noneMatch(Event.Assigned::rework)) {
            passedOn++;
        }
        e.assignments().forEach(a -> assignments.put(a.id(), new Assignment(a, at)));
        closeTriage();
    }

    private void contacted(Assignment assignment, Instant at) {
        assignment.acknowledge(at);
        if (assignment.contactedAt == null) {
            assignment.contactedAt = at;
        }
    }

    private void completed(Event.Completed e) {
        completedAt = e.as();
        ending = e.ending();
        state = AppealState.COMPLETED;
        if (firstCompletedAt == null) {
            firstCompletedAt = e.as();
            completedOnTime = e.onTime();
        }
    }

    private void surveyOpened(Event.SurveyOpened e, Instant at) {
        round = e.round();
        surveyOpenedAt = at;
        surveyCloses = e.closes();
    }

    private void rated(Event.Rated e, Instant at) {
        contacted = e.contacted();
        solved = e.solved();
        satisfaction = e.satisfaction();
        ratedAt = at;
        confirmedAt = Boolean.TRUE.equals(e.solved()) ? at : null;
        surveyCloses = null;
    }

    private void takeBack() {
        reopened++;
        completedAt = null;
        ending = null;
        state = AppealState.HANDLING;
    }

    private void lightTurned(Event.LightTurned e) {
        turned.add(new Turned(e.subject(), e.duty(), e.light(), e.due()));
        if (e.light() != Light.RED) {
            return;
        }
        findAssignment(e.subject()).ifPresent(a -> a.overdue = true);
        overdue |= e.duty() == Duty.REPLY && e.subject().equals(id);
    }

    private void end(AppealState as, Ending how, Instant at) {
        state = as;
        ending = how;
        endedAt = at;
        surveyCloses = null;
        closeTriage();
    }

    /** What is owed now, by whom and until when; a light is turned for each. */
    public List<Owed> owed() {
        List<Owed> all = new ArrayList<>();
        if (triageDue != null) {
            all.add(new Owed(id, Duty.TRIAGE, rulingOpen() ? "ruling" : "triage", triageSince, triageDue));
        }
        if (state == AppealState.HANDLING && due != null && firstCompletedAt == null) {
            all.add(Owed.reply(id, dispatchedAt, due));
        }
        for (Assignment a : assignments.values()) {
            if (a.state == AssignmentState.DISPATCHED) {
                all.add(new Owed(a.id, Duty.ACKNOWLEDGE, "acknowledge", a.dispatchedAt, a.acknowledgeDue));
            }
            if (a.state.open() && a.handedInAt == null) {
                all.add(new Owed(a.id, a.role.answers() ? Duty.REPLY : Duty.CO_HANDLING, a.role.rule(a.rework), a.dispatchedAt, a.due));
            }
        }
        if (surveyCloses != null) {
            all.add(new Owed(id, Duty.SURVEY, "survey", surveyOpenedAt, surveyCloses));
        }
        return all;
    }

    /** Every light whose moment has come and which has not turned yet. */
    public List<Event.LightTurned> lightsToTurn(Terms terms, Instant now) {
        List<Event.LightTurned> all = new ArrayList<>();
        for (Owed owed : owed()) {
            terms.lights(owed, type, region).forEach((light, at) -> {
                if (!at.isAfter(now) && !turned.contains(new Turned(owed.subject(), owed.duty(), light, owed.due()))) {
                    all.add(new Event.LightTurned(owed.subject(), owed.duty(), light, owed.due()));
                }
            });
        }
        return all;
    }

    /** A light that has turned; when the due time moves it may turn again. */
    record Turned(UUID subject, Duty duty, Light light, Instant due) {}

    /** @param subject the assignment, or the appeal itself; @param rule the limit's name in the procedure */
    public record Owed(UUID subject, Duty duty, String rule, Instant since, Instant due) {

        /** The answer that the firm waits for, by the appeal's own due time. */
        public static Owed reply(UUID appeal, Instant dispatched, Instant due) {
            return new Owed(appeal, Duty.REPLY, "reply", dispatched, due);
        }
    }
}
