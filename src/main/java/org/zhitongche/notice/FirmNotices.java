package org.zhitongche.notice;

import java.util.Objects;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.directory.EnterpriseContact;

/** What firms are told: by mail to the contact, on their pages when they have an account; the unverified get no content. */
final class FirmNotices {

    private final NoticeParts parts;

    FirmNotices(NoticeParts parts) {
        this.parts = parts;
    }

    void tell(Rule rule, Telling telling, Notices.Told told) {
        Appeal appeal = telling.appeal();
        if (appeal.verified() == (rule.audience() == Rule.Audience.UNVERIFIED)) {
            return;
        }
        String address = rule.audience() == Rule.Audience.FIRM_SITE ? null : address(telling);
        if (address != null && rule.kind().equals(Verifications.KIND)) {
            parts.verifications().issue(appeal.id(), address).ifPresent(told.deliveries()::add);
        } else if (address != null) {
            String payload = new MailPayload(telling.event().seq(), null, null).json();
            told.deliveries().add(new NewDelivery(appeal.id(), Channel.MAIL, address, rule.kind(), payload));
        }
        if (appeal.verified() && appeal.uscc() != null) {
            told.messages().add(message(rule.kind(), appeal));
        }
    }

    private String address(Telling telling) {
        String said = telling.file().firm().email();
        if (said != null && !said.isBlank()) {
            return said.strip();
        }
        Appeal appeal = telling.appeal();
        return !appeal.verified() || appeal.uscc() == null ? null : parts.enterprises().listContacts(appeal.uscc()).stream()
                .filter(EnterpriseContact::registered).map(EnterpriseContact::email).filter(Objects::nonNull).findFirst().orElse(null);
    }

    private SiteMessages.NewMessage message(String kind, Appeal appeal) {
        return new SiteMessages.NewMessage(appeal.uscc(), appeal.id(), kind,
                parts.words().get("notice.site." + kind + ".title", appeal.number()),
                parts.words().get("notice.site." + kind + ".text", appeal.number()));
    }
}
