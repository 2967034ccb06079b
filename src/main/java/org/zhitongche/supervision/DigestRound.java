package org.zhitongche.supervision;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Supplier;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.MailPayload;
import org.zhitongche.notice.NewDelivery;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.Queues;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/**
 * Once a working day tells each department, by the channel it takes, what is red, turns red today and waits for
 * acknowledgement. The day's row is written in the transaction that tells it, so that of any number of nodes one does, and
 * a clock set back finds the day told. Those who work at the desk see it there; who has nothing to look at hears nothing.
 */
public final class DigestRound {

    private static final String KIND = "digest";

    private final Database database;
    private final InstantSource clock;
    private final Supplier<WorkCalendar> calendar;
    private final Directory directory;
    private final Outbox outbox;
    private final Words words;
    private final How how;
    private volatile LocalDate told;

    /** @param at when office hours have begun; null for no digest at all @param publicUrl of the pages, without a slash at its end */
    public record How(LocalTime at, String publicUrl) {}

    public DigestRound(Database database, InstantSource clock, Supplier<WorkCalendar> calendar, Directory directory, Outbox outbox,
                       Words words, How how) {
        this.database = database;
        this.clock = clock;
        this.calendar = calendar;
        this.directory = directory;
        this.outbox = outbox;
        this.words = words;
        this.how = how;
    }

    /** @return how many departments were told */
    public int run() {
        Instant now = clock.instant();
        LocalDate today = Zone.dateOf(now);
        boolean due = how.at() != null && !today.equals(told) && !Zone.timeOf(now).isBefore(how.at())
                && calendar.get().isWorkingDay(today, null);
        if (!due) {
            return 0;
        }
        int departments = Objects.requireNonNull(database.tx().execute(status -> tell(now, today)));
        told = today;
        return departments;
    }

    private int tell(Instant now, LocalDate today) {
        // Of several nodes the second waits here, then finds the day told.
        boolean ours = database.sql().sql("""
                insert into digest (day, at, told) select cast(:day as date), :at, 0 where not exists (select 1 from digest where day >= :day)
                on conflict (day) do nothing""").param("day", today).param("at", Timestamps.utc(now)).update() == 1;
        if (!ours) {
            return 0;
        }
        List<NewDelivery> deliveries = DigestItems.of(database, now).entrySet().stream()
                .flatMap(each -> directory.departments().find(each.getKey()).stream()
                        .filter(department -> calendar.get().isWorkingDay(today, department.region()))
                        .map(department -> delivery(department, now, each.getValue())))
                .filter(Objects::nonNull).toList();
        outbox.put(deliveries);
        database.sql().sql("update digest set told = ? where day = ?").params(deliveries.size(), today).update();
        return deliveries.size();
    }

    /** Null for those who see it at the desk. */
    private NewDelivery delivery(Department department, Instant now, List<DigestItem> items) {
        return switch (department.channel()) {
            case QUEUE -> document(Channel.QUEUE, Queues.ofDepartment(department.code()), department, now, items);
            case PULL -> document(Channel.PULL, department.code(), department, now, items);
            case MAIL -> department.email() == null ? null : new NewDelivery(null, Channel.MAIL, department.email(), KIND,
                    new MailPayload(null, null, DigestMail.values(department, now, items, how.publicUrl(), words)).json());
            case DESK -> null;
        };
    }

    private NewDelivery document(Channel channel, String destination, Department department, Instant now, List<DigestItem> items) {
        UUID id = UUID.randomUUID();
        DigestDocument document = DigestDocument.of(id, department.code(), now, items, how.publicUrl());
        try {
            return new NewDelivery(id, null, channel, destination, KIND, EventCodec.JSON.writeValueAsString(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
