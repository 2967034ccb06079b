package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
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
import org.zhitongche.time.Limit;
import org.zhitongche.time.Pause;
import org.zhitongche.time.Share;
import org.zhitongche.time.Term;
import org.zhitongche.time.Zone;

/** An appeal as its events left it. Nothing else changes it; whoever wants to act raises events through a {@link Change}. */
public final class Appeal {

    final UUID id;
    final Map<UUID, Assignment> assignments = new LinkedHashMap<>();
    final Set<String> recused = new TreeSet<>();
    final Set<String> recusedPersons = new TreeSet<>();
    final Set<String> passers = new TreeSet<>();
    boolean vacant;
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
    Event.Classified said;
    Instant triageSince;
    Instant triageDue;
    Instant firstReceived;
    Instant acceptedAt;
    Instant acceptDue;
    Instant dispatchedAt;
    Limit limit;
    Instant due;
    boolean hard;
    boolean priority;
    Share share = Share.HALF;
    List<String> suggested = List.of();
    Instant suspendedAt;
    Instant suspensionReview;
    final List<Pause> suspensions = new ArrayList<>();
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
    int reopenedRound;
    int passedOn;
    Above escalatedTo;
    Instant escalatedAt;
    Boolean contacted;
    Boolean solved;
    Satisfaction satisfaction;
    Instant ratedAt;
    int ratedRound;
    Instant objectBy;
    Instant reworkPendingSince;
    Instant reworkDecideBy;
    int sendBacks;
    Arrears arrears;
    boolean overdue;
    boolean erased;
    UUID pieceOf;
    List<Event.Piece> pieces = List.of();
    UUID mergedInto;
    List<Routing.Unit> jointUnits = List.of();
    LocalDate jointPromise;
    int asked;
    UUID askedFor;
    Instant askedJointlyAt;
    Instant supplyJointlyBy;
    final Set<String> jointlyAnswered = new HashSet<>();
    final Map<UUID, Child> children = new LinkedHashMap<>();
    final List<FileRef> files = new ArrayList<>();
    final Set<UUID> released = new HashSet<>();
    final Map<UUID, Order> orders = new LinkedHashMap<>();
    final Map<UUID, Objection> objections = new LinkedHashMap<>();
    final Map<UUID, LeaderReport> leaderReports = new LinkedHashMap<>();
    final Map<UUID, LeaderNote> leaderNotes = new LinkedHashMap<>();
    final Set<Turned> turned = new HashSet<>();
    final Set<Shown> shown = new HashSet<>();

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

    /** What the platform said at take-in that it is about and whose it is; null where it said nothing. */
    public Event.Classified said() { return said; }
    /** Those complained about, here or in an appeal that was merged into it, and the units below them. */
    public Set<String> recused() {
        Set<String> all = new TreeSet<>(recused);
        children.values().forEach(child -> all.addAll(child.recused()));
        return all;
    }
    /** Officers who must stand aside although their department need not, here or in an appeal that was merged into it. */
    public Set<String> recusedPersons() {
        Set<String> all = new TreeSet<>(recusedPersons);
        children.values().forEach(child -> all.addAll(child.recusedPersons()));
        return all;
    }
    public Instant triageDue() { return triageDue; }
    /** A part fell away in the running case; the centre has not given it to others yet. */
    public boolean vacant() { return vacant; }
    /** A place that fell away was one that answers: the centre gives it to others, or says that they do without. */
    boolean answerVacant() {
        return vacant && assignments.values().stream().anyMatch(part -> part.role == Role.SHARING && part.state == AssignmentState.CANCELLED);
    }
    public Instant firstReceived() { return firstReceived; }
    public Instant acceptedAt() { return acceptedAt; }
    public Instant dispatchedAt() { return dispatchedAt; }
    /** Null before the first dispatch and while the clock stands. */
    public Instant due() { return due; }
    /** All that the due time depends on, except the calendar; null before the first dispatch. */
    public Limit limit() { return limit; }
    public boolean hard() { return hard; }
    /** Grounds for priority that the text suggests; none once it has priority. */
    public List<String> suggestedPriority() { return priority ? List.of() : suggested; }
    public boolean priority() { return priority; }
    /** How much of a term is left where the case has priority. */
    public Share share() { return share; }
    /** How much of its limits counts; null for all. */
    Share shortening() { return priority ? share : null; }
    Share shortening(Event.Clock clock) { return clock.halved() ? share : null; }
    public Instant suspendedAt() { return suspendedAt; }
    public Instant suspensionReview() { return suspensionReview; }
    public Instant triageSince() { return triageSince; }
    public Instant completedAt() { return completedAt; }
    public Ending ending() { return ending; }
    public int round() { return round; }
    public int reopened() { return reopened; }
    /** 转办次数: dispatches after the first, without rework. */
    public int passedOn() { return passedOn; }
    /** How far up it was shown; null for not at all. */
    public Above escalatedTo() { return escalatedTo; }
    public Boolean solved() { return solved; }
    public Satisfaction satisfaction() { return satisfaction; }
    public Instant surveyCloses() { return surveyCloses; }
    public Instant ratedAt() { return ratedAt; }
    /** Of the survey that the latest rating answered. */
    public int ratedRound() { return ratedRound; }
    /** The latest rating is about the answer that stands, not about one before rework. */
    public boolean ratedSinceAnswered() { return ratedAt != null && ratedRound > reopenedRound; }
    /** Until when a department may object to the latest rating; null where there is nothing to object to. */
    public Instant objectBy() { return objectBy; }
    /** Until when the centre decides between rework and explanation; null where it need not. */
    public Instant reworkDecideBy() { return reworkDecideBy; }
    /** How often departments have sent the matter back, rightly or not. */
    public int sendBacks() { return sendBacks; }
    /** 评价异议, in the order they were raised. */
    public Collection<Objection> objections() { return objections.values(); }
    /** Null where no amounts were recorded. */
    public Arrears arrears() { return arrears; }
    /** The appeal that it was split off; null where it is no piece. */
    public UUID pieceOf() { return pieceOf; }
    public List<Event.Piece> pieces() { return pieces; }
    /** The joint case with which it is handled; null where it is handled on its own. */
    public UUID mergedInto() { return mergedInto; }
    public Collection<Child> children() { return children.values(); }
    /** Who handles it jointly; empty where it is handled on its own, or nobody has the joint case yet. */
    public List<Routing.Unit> jointUnits() { return jointUnits; }
    /** How often departments that have the joint case asked this one's firm for something. */
    public int asked() { return asked; }
    /** Until when this one's firm is waited for there; null where it is not. */
    public Instant supplyJointlyBy() { return supplyJointlyBy; }
    /** What the firm has handed in, in the order in which it came. */
    public List<FileRef> files() { return files; }
    /** Of a firm that does not want to be named: those of its files that the centre has not let through to others. */
    public List<FileRef> heldFiles() {
        return mayName == null || mayName.handler() || erased ? List.of() : files.stream().filter(file -> !released.contains(file.id())).toList();
    }
    public Collection<Assignment> assignments() { return assignments.values(); }

    public Assignment getAssignment(UUID assignment) {
        return findAssignment(assignment).orElseThrow(() -> new Unknown("assignment " + assignment));
    }

    /** Departments that passed the matter on, up or down. */
    public Set<String> passers() { return passers; }

    /** It has, or had, a part in it, or follows one that had; and neither it nor this officer must stand aside. Of what was split it has its pieces. */
    public boolean isOf(Actor officer) {
        return state != AppealState.SPLIT && !recused().contains(officer.unit()) && !recusedPersons().contains(String.valueOf(officer.id()))
                && assignments.values().stream().anyMatch(a -> a.department.equals(officer.unit()) || officer.unit().equals(a.successor));
    }

    public Optional<Assignment> findAssignment(UUID assignment) {
        return Optional.ofNullable(assignments.get(assignment));
    }

    /** The part that something is about: the assignment itself, or that of the order, the objection or the leader's note. */
    public Optional<Assignment> findPart(UUID subject) {
        Order order = orders.get(subject);
        Objection objection = objections.get(subject);
        LeaderNote note = leaderNotes.get(subject);
        return findAssignment(order != null ? order.assignment() : objection != null ? objection.assignment()
                : note != null ? note.assignment() : subject);
    }

    /** 督办单, in the order of their numbers. */
    public Collection<Order> orders() {
        return orders.values();
    }

    /** Those that still wait for an answer: not once the case has ended or its department has no part any more. */
    public List<Order> openOrders() {
        return orders.values().stream().filter(this::waits).toList();
    }

    boolean waits(Order order) {
        return order.answeredAt() == null && answerable(order.assignment());
    }

    /** Somebody can still demand something of it. */
    private boolean answerable(UUID assignment) {
        AssignmentState part = getAssignment(assignment).state;
        return !state.ended() && part != AssignmentState.RETURNED && part != AssignmentState.CANCELLED;
    }

    /** 直转件呈报, in the order of their numbers. */
    public Collection<LeaderReport> leaderReports() {
        return leaderReports.values();
    }

    /** 领导批示, in the order of their numbers. */
    public Collection<LeaderNote> leaderNotes() {
        return leaderNotes.values();
    }

    /** Those that still wait for the department's answer. */
    public List<LeaderNote> openNotes() {
        return leaderNotes.values().stream().filter(this::waits).toList();
    }

    boolean waits(LeaderNote note) {
        return note.answeredAt() == null && answerable(note.assignment());
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

    /** Of what waits for the centre: a place that fell away comes before a ruling. */
    String triageRule() {
        return rulingOpen() && !vacant ? "ruling" : "triage";
    }

    /** The latest part, now this department's, that the latest rating was about; empty where none was. */
    public Optional<Assignment> rated(String department) {
        return ratedAt == null ? Optional.empty() : assignments.values().stream()
                .filter(a -> a.answerable().equals(department) && a.role.answers() && a.completedAt != null && !a.completedAt.isAfter(ratedAt))
                .reduce((first, later) -> later);
    }

    /** The same for a child, whose firm rated what was answered in the joint case. */
    public Optional<Assignment> rated(String department, Appeal joint) {
        return ratedAt == null ? Optional.empty() : joint.assignments.values().stream()
                .filter(a -> a.answerable().equals(department) && a.role.answers() && jointlyAnswered.contains(a.department))
                .filter(a -> a.completedAt != null && !a.completedAt.isAfter(ratedAt)).reduce((first, later) -> later);
    }

    /** An objection to the rating that counts was upheld. */
    boolean objectionUpheld() {
        return objections.values().stream().anyMatch(each -> each.round() == ratedRound && Boolean.TRUE.equals(each.upheld()));
    }

    /** An answer of a lead or sharing department is handed in, or was completed: too late to split or to merge. */
    public boolean answered() {
        return firstCompletedAt != null || assignments.values().stream().anyMatch(a -> a.owesAnswer() && a.handedInAt != null);
    }

    /** Several appeals handled as one. */
    public boolean joint() {
        return !children.isEmpty();
    }

    /** Those that change along with it: the joint case, its children; the pieces of what was split. */
    Set<UUID> company() {
        Set<UUID> company = new HashSet<>(children.keySet());
        pieces.forEach(piece -> company.add(piece.id()));
        if (mergedInto != null) {
            company.add(mergedInto);
        }
        return company;
    }

    /** The joint case's id for it and its children; the own one for what was split; null for an appeal by itself. */
    UUID bundle() {
        return mergedInto != null ? mergedInto : joint() || !pieces.isEmpty() ? id : null;
    }

    /** Who holds the matter; what several hold at once is the lead's, so that waiting times add up. */
    public String holder() {
        if (reworkDecideBy != null) {
            return "CENTRE";
        }
        if (!state.open()) {
            return "NOBODY";
        }
        if (state == AppealState.TRIAGE) {
            return "CENTRE";
        }
        if (suspendedAt != null) {
            return "CENTRE";
        }
        if (mergedInto != null) {
            return askedJointlyAt != null ? "FIRM" : jointLead().orElse("CENTRE");
        }
        Optional<Assignment> lead = lead();
        if (lead.isPresent() && lead.get().state.open()) {
            return lead.get().reviewBy != null ? "CENTRE" : lead.get().askedAt == null ? lead.get().department : "FIRM";
        }
        if (triageDue != null) {
            return "CENTRE";
        }
        return owedAnswers().stream().findFirst().or(() -> lead).map(a -> a.department).orElse("CENTRE");
    }

    /** Assignments on which work may go on, also what waits for a ruling or a review. */
    List<Assignment> unfinished() {
        return assignments.values().stream().filter(a -> a.state.open() || a.state == AssignmentState.SENT_BACK).toList();
    }

    /** The lead department of the joint case. */
    Optional<String> jointLead() {
        return jointUnits.stream().filter(unit -> unit.role() == Role.LEAD).map(Routing.Unit::department).findFirst();
    }

    /** Assignments whose answer or opinion has not been handed in: those whose clock runs or stands. */
    List<Assignment> unanswered() {
        return unfinished().stream().filter(a -> a.handedInAt == null).toList();
    }

    /** The appeal's own due time moves with the lead's, but not with its rework. */
    boolean isLead(Assignment assignment) {
        return limit != null && !assignment.rework && lead().filter(assignment::equals).isPresent();
    }

    void apply(Event event, Instant at) {
        Fold.apply(this, event, at);
    }

    /** The end of the day that a valid answer of kind B promised; null where nothing is, or the firm was asked, or it is said to be done. */
    public Instant promiseDue() {
        return state == AppealState.COMPLETED ? LongList.promise(this) : null;
    }

    /** Every light whose moment has come and which has not turned yet. */
    public List<Event.LightTurned> lightsToTurn(Terms terms, Instant now) {
        return new Obligations(this, terms).lightsToTurn(now);
    }

    /** What has been overdue for so long that those above are to be told now. */
    public List<Event.Escalated> toEscalate(Terms terms, Instant now) {
        return new Escalations(this, terms, owed(terms)).list().stream().filter(next -> !next.at().isAfter(now))
                .map(Escalations.Next::event).toList();
    }

    boolean isRed(Owed owed) {
        return turned.contains(new Turned(owed.subject(), owed.duty(), Light.RED, owed.due()));
    }

    /** It has not turned yet, and what is late is not the centre's. */
    boolean turns(Owed owed, Light light) {
        return !turned.contains(new Turned(owed.subject(), owed.duty(), light, owed.due())) && !(light == Light.RED && liesWithCentre(owed));
    }

    /** 待批: while an extension asked for in time waits for the centre, an overrun of the answer is the centre's. */
    boolean liesWithCentre(Owed owed) {
        return owed.duty() == Duty.REPLY && findAssignment(owed.subject()).filter(Assignment::pending).isPresent();
    }

    /** What is owed now, by whom and until when. */
    public List<Owed> owed(Terms terms) {
        return new Obligations(this, terms).owed();
    }

    /** 并入件: an appeal handled with this one. @param recused codes of the units that must not see it; so the officers' ids */
    public record Child(UUID id, String number, Set<String> recused, Set<String> recusedPersons) {}

    /** A light that has turned; when the due time moves it may turn again. */
    record Turned(UUID subject, Duty duty, Light light, Instant due) {}

    /** What was shown to those above because it is overdue. */
    record Shown(UUID subject, Duty duty, Above to, Instant due) {}
}
