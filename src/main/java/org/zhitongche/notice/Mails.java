package org.zhitongche.notice;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Pattern;
import org.zhitongche.appeal.Appeals;

/** Turns leased deliveries into mails, at the moment they are sent. */
public final class Mails {

    private static final Pattern ADDRESS = Pattern.compile("[^\\s\\p{Cc}<>@\",;:()\\[\\]\\\\]{1,64}@[^\\s\\p{Cc}<>@\",;:()\\[\\]\\\\]{1,255}");
    private static final int MOST_REFERENCES = 20;

    private final NoticeParts parts;
    private final NoticeSettings settings;
    private final Templates templates;
    private final Recipients recipients;
    private final OutgoingMails outgoing;
    private final Appeals appeals;
    private final InstantSource clock;
    private final List<SendCheck> checks = new CopyOnWriteArrayList<>();

    public Mails(NoticeParts parts, NoticeSettings settings, Templates templates, Recipients recipients, OutgoingMails outgoing,
                 Appeals appeals, InstantSource clock) {
        this.parts = parts;
        this.settings = settings;
        this.templates = templates;
        this.recipients = recipients;
        this.outgoing = outgoing;
        this.appeals = appeals;
        this.clock = clock;
    }

    /** Asks it about every mail from now on. */
    public void ask(SendCheck check) {
        checks.add(check);
    }

    /** The mail to be sent now; empty where there is nothing to send, which the outbox then knows already. */
    public Optional<MailText> prepare(Delivery delivery) {
        Optional<String> against = against(delivery);
        if (against.isPresent()) {
            parts.outbox().skipped(delivery, against.get());
            return Optional.empty();
        }
        try {
            return Optional.of(render(delivery));
        } catch (NoticeRefused e) {
            parts.outbox().failed(delivery, e.getMessage(), true);
            return Optional.empty();
        }
    }

    private Optional<String> against(Delivery delivery) {
        return recipients.findBlock(delivery.destination()).map(reason -> "recipient " + reason)
                .or(() -> checks.stream().flatMap(check -> check.against(delivery).stream()).findFirst());
    }

    private MailText render(Delivery delivery) {
        if (!ADDRESS.matcher(delivery.destination()).matches()) {
            throw new NoticeRefused("not a mail address");
        }
        MailPayload payload = MailPayload.read(delivery.payload());
        Template template = templates.get(delivery.kind());
        MailFacts facts = facts(delivery, payload);
        String subject = template.subject(facts::find);
        String body = template.body(facts::find);
        String id = delivery.deliveryId() + "@" + settings.domain();
        UUID answered = NoticeTable.UNANSWERED.contains(delivery.kind()) ? null : delivery.appeal();
        List<String> thread = answered == null ? List.of() : outgoing.thread(delivery.appeal(), delivery.destination(), id);
        // Remembered before it leaves: an answer may come before the outbox knows that it has left.
        outgoing.remember(new OutgoingMails.Sent(id, delivery.deliveryId(), answered, payload.assignment(), delivery.destination()));
        String last = thread.isEmpty() ? null : thread.get(thread.size() - 1);
        List<String> earlier = thread.isEmpty() ? List.of() : thread.subList(Math.max(0, thread.size() - MOST_REFERENCES), thread.size() - 1);
        return new MailText(settings.from(), settings.fromName(), delivery.destination(), subject, body, clock.instant(), id, last,
                List.copyOf(earlier), last != null, headers(delivery.deliveryId(), payload.assignment()));
    }

    private MailFacts facts(Delivery delivery, MailPayload payload) {
        UUID appeal = delivery.appeal();
        if (appeal == null) {
            return MailFacts.of(payload.values());
        }
        Map<UUID, String> texts = parts.reads().texts(appeal);
        String code = delivery.kind().equals(Verifications.KIND)
                ? parts.verifications().findCode(appeal, delivery.destination()).orElse(null) : null;
        return new MailFacts(parts, appeals.getAppeal(appeal), appeals.listEvents(appeal), texts, payload, code);
    }

    private Map<String, String> headers(UUID delivery, UUID assignment) {
        return assignment == null ? Map.of("X-Zhitongche-Delivery", delivery.toString())
                : Map.of("X-Zhitongche-Delivery", delivery.toString(), "X-Zhitongche-Answer", parts.links().answerToken(assignment));
    }
}
