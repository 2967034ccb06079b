package org.zhitongche.appeal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.time.Limit;
import org.zhitongche.time.Pause;
import org.zhitongche.time.Share;
import org.zhitongche.time.Term;
import org.zhitongche.time.Zone;

/** One department's part in an appeal, as its events left it. Changed only by {@link Appeal#apply}. */
public final class Assignment {

    final UUID id;
    String department;
    final Role role;
    final boolean rework;
    final Instant dispatchedAt;
    Instant givenAt;
    String successor;
    Instant acknowledgeDue;
    Instant stageDue;
    Limit limit;
    Instant due;
    Instant askedAt;
    Instant supplyFrom;
    Instant supplyBy;
    boolean awaitsFirm;
    final Set<UUID> awaitsChildren = new HashSet<>();
    int asked;
    boolean lapsed;
    Extension extension;
    int extensions;
    boolean extended;
    Instant stagedAt;
    AssignmentState state = AssignmentState.DISPATCHED;
    boolean ruled;
    Instant acknowledgedAt;
    Instant contactedAt;
    Instant handedInAt;
    Instant completedAt;
    Instant sentBackAt;
    Instant rulingDue;
    Conclusion conclusion;
    Event.ReplyDrafted draft;
    Event.ReplyHandedIn reply;
    Instant reviewSince;
    Instant reviewBy;
    LocalDate promised;
    Instant fulfilledAt;
    Instant promiseAskedAt;
    Boolean promiseKept;
    boolean overdue;

    Assignment(Event.Assigned assigned, Instant at, Share share, String region) {
        this.id = assigned.id();
        this.department = assigned.department();
        this.role = assigned.role();
        this.rework = assigned.rework();
        this.ruled = assigned.ruled();
        this.dispatchedAt = at;
        this.givenAt = at;
        this.acknowledgeDue = assigned.acknowledgeDue();
        this.stageDue = assigned.stage();
        this.limit = Limit.of(at, Term.parse(assigned.clock().term())).shortened(share).in(region);
        this.due = assigned.due();
    }

    /** What was asked for, and what the centre said. @param granted null until it has ruled */
    public record Extension(LocalDate newDate, int units, TextRef reason, Instant askedAt, Instant rulingDue, Boolean granted) {
        /** 待批. */
        public boolean pending() {
            return granted == null;
        }

        Extension ruled(boolean grant) {
            return new Extension(newDate, units, reason, askedAt, rulingDue, grant);
        }

        Extension due(Instant ruling) {
            return new Extension(newDate, units, reason, askedAt, ruling, granted);
        }
    }

    public UUID id() { return id; }
    public String department() { return department; }
    public Role role() { return role; }
    public boolean rework() { return rework; }
    public boolean ruled() { return ruled; }
    public AssignmentState state() { return state; }
    public Instant dispatchedAt() { return dispatchedAt; }
    /** Since when its department has it: the dispatch, or where another took it over unacknowledged, that moment. */
    public Instant givenAt() { return givenAt; }
    /** Who answers for what follows from it: the department, or the one that took it over after it was answered. */
    public String answerable() { return successor == null ? department : successor; }
    public String successor() { return successor; }
    public Instant acknowledgeDue() { return acknowledgeDue; }
    /** Null while the clock stands. */
    public Instant due() { return due; }
    /** All that the due time depends on, except the calendar. */
    public Limit limit() { return limit; }
    /** When a stage reply is due, where the answer has a statutory limit. */
    public Instant stageDue() { return stageDue; }
    public Instant stagedAt() { return stagedAt; }
    /** Since when the firm's answer is waited for; null when it is not. */
    public Instant askedAt() { return askedAt; }
    public Instant supplyBy() { return supplyBy; }
    /** How often the firm was asked. */
    public int asked() { return asked; }
    /** It was asked, and has not answered yet. */
    public boolean awaitsFirm() { return awaitsFirm; }
    /** The firm was waited for in vain, the last time that it was asked. */
    public boolean lapsed() { return lapsed; }
    /** The latest one that was asked for; null for none. */
    public Extension extension() { return extension; }
    /** How often one was asked for, granted or not. */
    public int extensions() { return extensions; }
    public Instant acknowledgedAt() { return acknowledgedAt; }
    public Instant contactedAt() { return contactedAt; }
    public Instant handedInAt() { return handedInAt; }
    public Instant completedAt() { return completedAt; }
    public Instant sentBackAt() { return sentBackAt; }
    public Conclusion conclusion() { return conclusion; }
    /** The latest reply handed in; null where there is none. */
    public TextRef replyText() { return reply == null ? null : reply.text(); }
    public LocalDate promised() { return promised; }
    /** Since when the department says that it did what it promised, before its day; null where it does not. */
    public Instant fulfilledAt() { return fulfilledAt; }
    /** When the firm was asked whether the promise was kept; from then on it counts as due. */
    public Instant promiseAskedAt() { return promiseAskedAt; }
    /** What the firm said; null until it has. */
    public Boolean promiseKept() { return promiseKept; }
    /** The latest draft that nobody has signed; null where there is none. */
    public Event.ReplyDrafted draft() { return draft; }
    /** Until when the centre reviews the reply handed in; null where nothing is under review. */
    public Instant reviewBy() { return reviewBy; }
    public Instant reviewSince() { return reviewSince; }
    public boolean overdue() { return overdue; }

    /** It counts for the completion of the appeal: neither returned nor cancelled, and an answer is owed to the firm. */
    boolean owesAnswer() {
        return role.answers() && state != AssignmentState.RETURNED && state != AssignmentState.CANCELLED;
    }

    /** Something was promised that is still to come. */
    public boolean promises() {
        return completedAt != null && role.answers() && promised != null && fulfilledAt == null && promiseAskedAt == null;
    }

    /** The end of the promised day. */
    public Instant promiseDue() {
        return promised == null ? null : Zone.startOf(promised.plusDays(1));
    }

    void acknowledge(Instant at) {
        if (acknowledgedAt == null) {
            acknowledgedAt = at;
        }
        if (state == AssignmentState.DISPATCHED) {
            state = AssignmentState.ACKNOWLEDGED;
        }
    }

    void transfer(Event.Transferred to, Instant at) {
        department = to.to();
        if (to.acknowledgeDue() != null) {
            givenAt = at;
            acknowledgeDue = to.acknowledgeDue();
        }
    }

    void contact(Instant at) {
        acknowledge(at);
        if (contactedAt == null) {
            contactedAt = at;
        }
    }

    /** Its due time was moved by an approved extension. */
    public boolean extended() {
        return extended;
    }

    /** 待批: an extension asked for in time waits for the centre, which answers for what is late meanwhile. */
    public boolean pending() {
        return state.open() && handedInAt == null && extension != null && extension.pending();
    }

    /** Until when it was to be acknowledged, as it was known: null while that limit stands. One that had passed by the day on which it would stand has passed. */
    Instant acknowledgeKnown() {
        boolean stands = acknowledgedAt == null && limit.pauses().stream()
                .anyMatch(pause -> pause.isOpen() && !Zone.dateOf(pause.from()).isAfter(Zone.dateOf(acknowledgeDue)));
        return stands ? null : acknowledgeDue;
    }

    /** By when somebody should look again: its due time, or where that stands still, the end of the standstill. */
    Instant nextAt(Instant suspensionReview) {
        return due != null ? due : supplyBy != null ? supplyBy : suspensionReview != null ? suspensionReview : dispatchedAt;
    }

    void stage(Instant at) {
        acknowledge(at);
        stagedAt = at;
    }

    void sendBack(Instant at, Instant ruling) {
        sentBackAt = at;
        rulingDue = ruling;
        state = AssignmentState.SENT_BACK;
    }

    void ruleOn(boolean upheld) {
        if (upheld) {
            state = AssignmentState.RETURNED;
        } else {
            ruled = true;
            state = acknowledgedAt == null ? AssignmentState.DISPATCHED : AssignmentState.ACKNOWLEDGED;
        }
    }

    void ask(Instant at, Instant until) {
        asked++;
        lapsed = false;
        awaitsFirm = true;
        await(at, until);
    }

    void askChild(UUID child, Instant at, Instant until) {
        awaitsChildren.add(child);
        await(at, until);
    }

    /** However many firms are waited for, the clock stands once: until the last of them answers, or till the latest day. */
    private void await(Instant at, Instant until) {
        acknowledge(at);
        if (askedAt == null) {
            askedAt = at;
            supplyFrom = at;
            supplyBy = until;
            limit = limit.paused(Pause.open(at));
        } else if (until.isAfter(supplyBy)) {
            supplyFrom = at;
            supplyBy = until;
        }
    }

    /** All whom it waited for have answered, or need not any more. */
    boolean supplied() {
        return askedAt != null && !awaitsFirm && awaitsChildren.isEmpty();
    }

    void resume(Event.ClockResumed.How how, Instant since, Instant until) {
        lapsed |= how == Event.ClockResumed.How.LAPSED && awaitsFirm;
        awaitsFirm = false;
        awaitsChildren.clear();
        askedAt = null;
        supplyFrom = null;
        supplyBy = null;
        limit = limit.resumed(since, until);
    }

    void askExtension(Event.ExtensionRequested asked, Instant at) {
        extensions++;
        extension = new Extension(asked.newDate(), asked.units(), asked.reason(), at, asked.ruling(), null);
    }

    void ruleOnExtension(boolean granted) {
        extension = extension.ruled(granted);
        extended |= granted;
        limit = granted ? limit.extended(extension.units()) : limit;
    }

    void move(Event.Clock clock, Share share) {
        limit = limit.on(Term.parse(clock.term()), share);
        due = clock.due();
    }

    void move(Duty duty, Instant to) {
        switch (duty) {
            case ACKNOWLEDGE -> acknowledgeDue = to;
            case STAGE_REPLY -> stageDue = to;
            case SUPPLY -> supplyBy = to;
            case REPLY_REVIEW -> reviewBy = to;
            case EXTENSION_RULING -> extension = extension.due(to);
            default -> throw new IllegalArgumentException(duty + " has a clock of its own");
        }
    }

    void handIn(Instant at, Conclusion with, LocalDate promisedFor) {
        acknowledge(at);
        handedInAt = at;
        conclusion = with;
        promised = promisedFor;
    }

    void draft(Event.ReplyDrafted drafted, Instant at) {
        acknowledge(at);
        draft = drafted;
    }

    void handIn(Event.ReplyHandedIn reply, Instant at) {
        handIn(at, reply.conclusion(), reply.promised());
        draft = null;
        this.reply = reply;
        reviewSince = reply.reviewBy() == null ? null : at;
        reviewBy = reply.reviewBy();
    }

    /** It goes on as if nothing had been handed in. */
    void takeBackReply() {
        handedInAt = null;
        conclusion = null;
        promised = null;
        reviewSince = null;
        reviewBy = null;
    }

    void askAboutPromise(Instant at) {
        if (completedAt != null && promised != null && promiseAskedAt == null) {
            promiseAskedAt = at;
        }
    }

    void promiseJudged(boolean kept) {
        if (promiseAskedAt != null && promiseKept == null) {
            promiseKept = kept;
        }
    }

    void complete() {
        reviewSince = null;
        reviewBy = null;
        completedAt = handedInAt;
        state = AssignmentState.COMPLETED;
    }

    void cancel() {
        if (state != AssignmentState.COMPLETED && state != AssignmentState.RETURNED) {
            state = AssignmentState.CANCELLED;
        }
    }
}
