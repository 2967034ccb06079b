package org.zhitongche.policy;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.MailPayload;
import org.zhitongche.notice.NewDelivery;
import org.zhitongche.words.Words;

/** The mail that tells a firm of a policy, made of {@code config/templates/policy.txt}. */
final class PolicyMail {
    static final String KIND = "policy";

    private final PolicyLinks links;
    private final Words words;

    PolicyMail(PolicyLinks links, Words words) {
        this.links = links;
        this.words = words;
    }

    NewDelivery to(Addressee to, PolicyText policy, List<String> why) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("title", policy.title());
        values.put("number", policy.number());
        values.put("authority", policy.authority());
        values.put("type", words.of("policy-type", policy.type()));
        values.put("way", words.of("policy-way", policy.way()));
        values.put("why", String.join("\n", why.stream().map(reason -> "· " + reason).toList()));
        values.put("link", links.received(to.delivery()));
        values.put("unsubscribe", links.unsubscribe(to.contact()));
        put(values, "amount", policy.amount());
        put(values, "place", policy.place());
        put(values, "until", day(policy.applyTo()));
        put(values, "contact", policy.contact());
        put(values, "corrects", to.corrects() ? words.get("policy.mail.corrects") : null);
        return new NewDelivery(to.delivery(), null, Channel.MAIL, to.address(), KIND, new MailPayload(null, null, values).json());
    }

    /** To whom the mail goes. */
    record Addressee(UUID delivery, UUID contact, String address, boolean corrects) {}

    private static void put(Map<String, String> values, String name, String value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static String day(LocalDate day) {
        return day == null ? null : day.toString();
    }
}
