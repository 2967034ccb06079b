package org.zhitongche.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Duty;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Recount.Moved;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.MailPayload;
import org.zhitongche.notice.NewDelivery;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.Queues;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** Tells each department once which of its due times another calendar has moved, by the channel it takes. */
public final class CalendarNotices {

    public static final String KIND = "calendar-moved";
    private static final String SCHEMA = "calendar-moved/1";
    /** What a department owes; reviews and rulings are the centre's, and the waiting for the firm is the firm's. */
    private static final Set<Duty> DEPARTMENTS = EnumSet.of(Duty.ACKNOWLEDGE, Duty.REPLY, Duty.STAGE_REPLY, Duty.CO_HANDLING, Duty.ORDER);
    private static final int MOST_LINES = 50;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Zone.CHINA);

    private final Database database;
    private final Directory directory;
    private final Outbox outbox;
    private final Words words;
    private final String desk;

    /** @param publicUrl of the pages, without a slash at its end */
    public CalendarNotices(Database database, Directory directory, Outbox outbox, Words words, String publicUrl) {
        this.database = database;
        this.directory = directory;
        this.outbox = outbox;
        this.words = words;
        this.desk = publicUrl + "/desk";
    }

    record Document(String schema, UUID deliveryId, String department, String calendar, OffsetDateTime at, List<Item> moved) {}

    record Item(String number, UUID assignmentId, String duty, OffsetDateTime from, OffsetDateTime to) {}

    /** @param calendar as proofs name it @return how many departments were told */
    int tell(String calendar, Instant at, List<Moved> moved) {
        Set<String> kept = recusals();
        Map<String, List<Moved>> byDepartment = moved.stream()
                .filter(each -> each.department() != null && DEPARTMENTS.contains(each.duty()) && !kept.contains(each.appeal() + each.department()))
                .sorted(Comparator.comparing(Moved::to).thenComparing(Moved::number)).collect(Collectors.groupingBy(Moved::department));
        List<NewDelivery> deliveries = byDepartment.entrySet().stream()
                .flatMap(each -> directory.departments().find(each.getKey()).stream().map(unit -> delivery(unit, calendar, at, each.getValue())))
                .filter(Objects::nonNull).toList();
        outbox.put(deliveries);
        return deliveries.size();
    }

    /** Nobody is told of a case that he must not know. */
    private Set<String> recusals() {
        return new HashSet<>(database.sql().sql("""
                select r.appeal_id::text || r.department from recusal r join appeal a on a.id = r.appeal_id and a.state in ('TRIAGE', 'HANDLING', 'COMPLETED')""")
                .query(String.class).list());
    }

    /** Null for those who see it at the desk. */
    private NewDelivery delivery(Department unit, String calendar, Instant at, List<Moved> moved) {
        return switch (unit.channel()) {
            case QUEUE -> document(Channel.QUEUE, Queues.ofDepartment(unit.code()), unit, calendar, at, moved);
            case PULL -> document(Channel.PULL, unit.code(), unit, calendar, at, moved);
            case MAIL -> unit.email() == null ? null : new NewDelivery(null, Channel.MAIL, unit.email(), KIND,
                    new MailPayload(null, null, values(unit, calendar, moved)).json());
            case DESK -> null;
        };
    }

    private static NewDelivery document(Channel channel, String destination, Department unit, String calendar, Instant at, List<Moved> moved) {
        UUID id = UUID.randomUUID();
        Document document = new Document(SCHEMA, id, unit.code(), calendar, time(at), moved.stream()
                .map(each -> new Item(each.number(), each.subject(), each.duty().name(), time(each.from()), time(each.to()))).toList());
        try {
            return new NewDelivery(id, null, channel, destination, KIND, EventCodec.JSON.writeValueAsString(document));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private Map<String, String> values(Department unit, String calendar, List<Moved> moved) {
        Map<String, String> values = new HashMap<>();
        values.put("department", unit.name());
        values.put("calendar", calendar);
        values.put("count", String.valueOf(moved.size()));
        values.put("desk", desk);
        String lines = moved.stream().limit(MOST_LINES).map(each -> words.get("calendar-moved.line", each.number(), words.of("duty", each.duty()),
                TIME.format(each.from()), TIME.format(each.to()))).collect(Collectors.joining("\n"));
        values.put("moved", moved.size() <= MOST_LINES ? lines : lines + "\n" + words.get("digest.more", moved.size() - MOST_LINES));
        return values;
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(Zone.CHINA).toOffsetDateTime();
    }
}
