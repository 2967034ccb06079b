package org.zhitongche.handling;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiPredicate;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.time.Zone;

/** The step behind {@code direct:act}: finds the appeal, remembers the action's id, and lets the action decide. */
public final class Act implements Acts {

    private final Database database;
    private final Appeals appeals;
    private final InstantSource clock;
    private final BiPredicate<String, LocalDate> exists;

    public Act(Database database, Appeals appeals, InstantSource clock) {
        this(database, appeals, clock, (department, day) -> true);
    }

    /** @param exists whether there is such a department on a day */
    public Act(Database database, Appeals appeals, InstantSource clock, BiPredicate<String, LocalDate> exists) {
        this.database = database;
        this.appeals = appeals;
        this.clock = clock;
        this.exists = exists;
    }

    @Override
    public Done act(ActRequest request) {
        return database.tx().execute(status -> once(request));
    }

    private Done once(ActRequest request) {
        UUID id = request.appeal() != null ? request.appeal() : appealOf(request.assignment());
        if (request.actionId() == null) {
            return doIt(id, request);
        }
        byte[] digest = digest(request);
        // The id is taken before anything is done: of two at once the second waits here, then sees the first.
        int taken = database.sql().sql("""
                insert into action (principal, action_id, digest, appeal_id, version, at) values (?, ?, ?, ?, 0, ?)
                on conflict (principal, action_id) do nothing""")
                .params(request.actor().principal(), request.actionId(), digest, id, Timestamps.utc(clock.instant())).update();
        if (taken == 0) {
            return again(request, digest);
        }
        Done done = doIt(id, request);
        database.sql().sql("update action set version = ? where principal = ? and action_id = ?")
                .params(done.version(), request.actor().principal(), request.actionId()).update();
        return done;
    }

    private Done doIt(UUID id, ActRequest request) {
        Appeal appeal = appeals.change(id, request.expectedVersion(), request.actor(), request.door(), new Theirs(request.action(), exists));
        return new Done(appeal.id(), appeal.number(), appeal.version(), false);
    }

    /** Only on an appeal that the actor has, and only to departments that exist. */
    private record Theirs(Action action, BiPredicate<String, LocalDate> exists) implements Action {

        @Override
        public void decide(Change change) {
            Who.has(change);
            if (Who.oversees(change.actor())) {
                action.others().forEach(other -> Who.has(change.actor(), change.of(other).appeal()));
            }
            action.decide(change);
            check(change);
            change.appeal().pieces().forEach(piece -> check(change.of(piece.id())));
        }

        private void check(Change change) {
            change.appeal().assignments().stream().filter(part -> part.dispatchedAt().equals(change.at())).forEach(part ->
                    change.require(exists.test(part.department(), Zone.dateOf(change.at())), "dispatch.no-such-unit", part.department()));
        }

        @Override
        public Set<UUID> others() {
            return action.others();
        }
    }

    private Done again(ActRequest request, byte[] digest) {
        Optional<Done> first = database.sql().sql("""
                select a.id, a.number, x.version, x.digest from action x join appeal a on a.id = x.appeal_id
                where x.principal = ? and x.action_id = ?""")
                .params(request.actor().principal(), request.actionId())
                .query((row, n) -> Arrays.equals(row.getBytes("digest"), digest)
                        ? new Done(row.getObject("id", UUID.class), row.getString("number"), row.getInt("version"), true) : null)
                .optional();
        return first.orElseThrow(() -> new Refusal("action.same-id", request.actionId()));
    }

    private UUID appealOf(UUID assignment) {
        return database.sql().sql("select appeal_id from assignment where id = ?").param(assignment)
                .query(UUID.class).optional().orElseThrow(() -> new Unknown("assignment " + assignment));
    }

    private static byte[] digest(ActRequest request) {
        try {
            String all = request.appeal() + "\n" + request.assignment() + "\n" + request.content();
            return MessageDigest.getInstance("SHA-256").digest(all.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
