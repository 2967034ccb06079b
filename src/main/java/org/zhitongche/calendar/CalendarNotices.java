package org.zhitongche.calendar;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Recount.Moved;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.MailPayload;
import org.zhitongche.notice.NewDelivery;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.Queues;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.time.Zone;
import org.zhitongche.words.Words;

/** Tells each department, and each firm, once which of its due times another calendar has moved, by the channel it takes. */
public final class CalendarNotices {

    public static final String KIND = "calendar-moved";
    public static final String FIRM_KIND = "calendar-moved-firm";
    private static final String SCHEMA = "calendar-moved/1";
    private static final int MOST_LINES = 50;
    /** Of one document, so that it stays a message. */
    private static final int MOST_ITEMS = 2_000;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("MM-dd HH:mm").withZone(Zone.CHINA);

    private final MovedWhose whose;
    private final Directory directory;
    private final Outbox outbox;
    private final SiteMessages site;
    private final Words words;
    private final Links links;

    public CalendarNotices(MovedWhose whose, Directory directory, Outbox outbox, SiteMessages site, Words words, Links links) {
        this.whose = whose;
        this.directory = directory;
        this.outbox = outbox;
        this.site = site;
        this.words = words;
        this.links = links;
    }

    record Document(String schema, UUID deliveryId, String department, String calendar, OffsetDateTime at, int count, List<Item> moved) {}

    record Item(String number, UUID assignmentId, String duty, OffsetDateTime from, OffsetDateTime to) {}

    /** @param version whose moves are told @param calendar as proofs name it */
    void tell(int version, String calendar, Instant at) {
        outbox.put(whose.departments(version).entrySet().stream()
                .flatMap(each -> directory.departments().find(each.getKey()).stream().map(unit -> delivery(unit, calendar, at, each.getValue())))
                .filter(Objects::nonNull).toList());
        List<MovedWhose.OfFirm> firms = whose.firms(version);
        outbox.put(firms.stream().filter(each -> each.address() != null)
                .collect(Collectors.groupingBy(MovedWhose.OfFirm::address)).entrySet().stream().map(each -> mail(each.getKey(), each.getValue())).toList());
        site.put(firms.stream().filter(each -> each.uscc() != null).map(this::message).toList());
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
        Document document = new Document(SCHEMA, id, unit.code(), calendar, time(at), moved.size(), moved.stream().limit(MOST_ITEMS)
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
        values.put("desk", links.desk());
        values.put("moved", lines(moved.stream().map(each -> line("calendar-moved.line", each)).toList()));
        return values;
    }

    /** One for all of its appeals. */
    private NewDelivery mail(String address, List<MovedWhose.OfFirm> firms) {
        Map<String, String> values = new HashMap<>();
        values.put("count", String.valueOf(firms.size()));
        values.put("moved", lines(firms.stream().map(MovedWhose.OfFirm::moved)
                .map(each -> line("calendar-moved.firm-line", each) + "\n" + links.track(each.appeal())).toList()));
        return new NewDelivery(null, Channel.MAIL, address, FIRM_KIND, new MailPayload(null, null, values).json());
    }

    private SiteMessages.NewMessage message(MovedWhose.OfFirm firm) {
        Moved moved = firm.moved();
        return new SiteMessages.NewMessage(firm.uscc(), moved.appeal(), KIND, words.get("notice.site.calendar-moved.title", moved.number()),
                words.get("notice.site.calendar-moved.text", moved.number(), words.of("duty", moved.duty()), TIME.format(moved.from()), TIME.format(moved.to())));
    }

    private String line(String key, Moved moved) {
        return words.get(key, moved.number(), words.of("duty", moved.duty()), TIME.format(moved.from()), TIME.format(moved.to()));
    }

    private String lines(List<String> all) {
        String lines = String.join("\n", all.subList(0, Math.min(MOST_LINES, all.size())));
        return all.size() <= MOST_LINES ? lines : lines + "\n" + words.get("digest.more", all.size() - MOST_LINES);
    }

    private static OffsetDateTime time(Instant at) {
        return at.atZone(Zone.CHINA).toOffsetDateTime();
    }
}
