package org.zhitongche.appeal;

import static org.zhitongche.db.Timestamps.utc;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.zhitongche.db.Database;
import org.zhitongche.db.Writes;
import org.zhitongche.time.CalendarChanges;
import org.zhitongche.time.Zone;

/**
 * Counts the open appeals anew when the calendar has changed, many at a time. Only those are read of which something
 * was counted over a day that changed, in a region where it changed. To do it again changes nothing.
 */
public final class Recount {

    private static final int TOGETHER = 500;
    private static final Comparator<Moved> BY_NUMBER = Comparator.comparing(Moved::number).thenComparing(Moved::duty)
            .thenComparing(each -> Objects.toString(each.department(), ""));

    private final Database database;
    private final Appeals appeals;
    private final Terms former;
    private final Terms then;

    /**
     * One due time that moves.
     *
     * @param subject    the part, the order, or the appeal itself
     * @param department whose part it is; null for the appeal's own, the centre's and the firm's
     * @param from       the last moment in time; so is {@code to}
     */
    public record Moved(UUID appeal, UUID subject, String number, Duty duty, String department, Instant from, Instant to) {}

    /**
     * @param former on the calendar that was in force
     * @param then   on the one that is to be; to {@link #apply} it must be in force already for the {@code appeals}
     */
    public Recount(Database database, Appeals appeals, Terms former, Terms then) {
        this.database = database;
        this.appeals = appeals;
        this.former = former;
        this.then = then;
    }

    /** What would move, by number. */
    public List<Moved> preview(CalendarChanges changes) {
        return run(changes, ids -> {
            List<Moved> moved = new ArrayList<>();
            appeals.tryAll(ids, then, Actor.SYSTEM, each -> moved.addAll(count(each)));
            return moved;
        }).stream().flatMap(List::stream).sorted(BY_NUMBER).toList();
    }

    /**
     * Moves it; an end in the middle leaves whole appeals, and a further call does the rest.
     *
     * @param beside writes what was moved into the transaction that moves it
     * @return how many due times
     */
    public int apply(CalendarChanges changes, BiConsumer<List<Moved>, Writes> beside) {
        return run(changes, ids -> {
            List<Moved> moved = new ArrayList<>();
            appeals.changeAll(ids, former, Actor.SYSTEM, each -> moved.addAll(count(each)), writes -> beside.accept(moved, writes));
            return moved.size();
        }).stream().mapToInt(Integer::intValue).sum();
    }

    /** A portion at a time, on as many threads as there are processors. */
    private <T> List<T> run(CalendarChanges changes, Function<UUID[], T> portion) {
        List<UUID> all = concerned(changes);
        List<Callable<T>> portions = new ArrayList<>();
        for (int from = 0; from < all.size(); from += TOGETHER) {
            UUID[] ids = all.subList(from, Math.min(from + TOGETHER, all.size())).toArray(UUID[]::new);
            portions.add(() -> portion.apply(ids));
        }
        ExecutorService threads = Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        try {
            return threads.invokeAll(portions).stream().map(Recount::resultOf).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while due times were counted anew", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static List<Moved> count(Change change) {
        Appeal appeal = change.appeal();
        List<Owed> before = appeal.owed(change.terms());
        Instant firms = appeal.due;
        Clocks.recount(change);
        List<Moved> moved = new ArrayList<>();
        for (Owed now : appeal.owed(change.terms())) {
            before.stream().filter(was -> was.subject().equals(now.subject()) && was.duty() == now.duty() && !was.due().equals(now.due()))
                    .forEach(was -> moved.add(new Moved(appeal.id(), now.subject(), appeal.number(), now.duty(), departmentOf(appeal, now.subject()), was.due(), now.due())));
        }
        if (firms != null && appeal.due != null && !firms.equals(appeal.due) && moved.stream().noneMatch(each -> each.subject().equals(appeal.id))) {
            // Handled jointly: nobody owes it here, but the firm waits for it.
            moved.add(new Moved(appeal.id(), appeal.id(), appeal.number(), Duty.REPLY, null, firms, appeal.due));
        }
        return moved;
    }

    private static String departmentOf(Appeal appeal, UUID subject) {
        return appeal.findPart(subject).map(Assignment::department).orElse(null);
    }

    private static <T> T resultOf(Future<T> portion) {
        try {
            return portion.get();
        } catch (InterruptedException | ExecutionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : new IllegalStateException(e);
        }
    }

    /** Open, come in before the last day that changes, owing something after the first, and in a region that changes. */
    private List<UUID> concerned(CalendarChanges changes) {
        List<CalendarChanges.DayChange> days = changes.moving();
        if (days.isEmpty() && !changes.hours()) {
            return List.of();
        }
        LocalDate first = changes.hours() ? LocalDate.EPOCH : days.get(0).date();
        LocalDate last = changes.hours() ? LocalDate.of(2100, 1, 1) : days.get(days.size() - 1).date();
        String[] regions = changes.regions().map(some -> some.stream().map(prefix -> prefix + "%").toArray(String[]::new))
                .orElse(new String[] {"%"});
        return database.sql().sql("""
                select a.id from appeal a
                where (a.state in ('TRIAGE', 'HANDLING', 'COMPLETED') or a.id in (select d.appeal_id from centre_duty d where d.due_at >= :first))
                and a.first_received < :last and a.region like any (:regions)
                and (a.due_at >= :first and a.completed_at is null
                    or exists (select 1 from centre_duty d where d.appeal_id = a.id and d.due_at >= :first)
                    or exists (select 1 from assignment x where x.appeal_id = a.id and x.state in ('DISPATCHED', 'ACKNOWLEDGED')
                        and (x.due_at is null or x.due_at >= :first or x.acknowledge_due >= :first or x.stage_due >= :first))
                    or exists (select 1 from supervision_order o where o.appeal_id = a.id and o.answered_at is null and o.due_at >= :first)
                    or exists (select 1 from leader_note n where n.appeal_id = a.id and n.waits and n.due_at >= :first)
                    or exists (select 1 from survey s where s.appeal_id = a.id and s.closes_at >= :first and s.answered_at is null and s.lapsed_at is null))
                order by a.id""")
                .param("first", utc(Zone.startOf(first))).param("last", utc(Zone.startOf(last.plusDays(1)))).param("regions", regions)
                .query(UUID.class).list();
    }
}
