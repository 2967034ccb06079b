package org.zhitongche.notice;

import java.util.Optional;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Liaison;
import org.zhitongche.directory.PersonRole;

/** What a firm's liaison 挂钩联系人 is told; where nobody can be, or must not, the centre has an alarm that says why. */
final class LiaisonNotices {

    private final NoticeParts parts;

    LiaisonNotices(NoticeParts parts) {
        this.parts = parts;
    }

    void tell(Rule rule, Telling telling, Notices.Told told) {
        Appeal appeal = telling.appeal();
        Optional<Liaison> liaison = of(parts, appeal);
        String against = against(appeal, liaison);
        if (against == null) {
            String payload = new MailPayload(telling.event().seq(), null, null).json();
            told.deliveries().add(new NewDelivery(appeal.id(), Channel.MAIL, liaison.orElseThrow().email(), rule.kind(), payload));
        } else {
            parts.alarms().raise(PersonRole.CENTRE, "appeal.liaison-untold", appeal.number(),
                    parts.words().get("notice.alarm.liaison-untold", appeal.number(), parts.words().get("notice.liaison." + against)), appeal.number());
        }
    }

    static Optional<Liaison> of(NoticeParts parts, Appeal appeal) {
        return Optional.ofNullable(appeal.uscc()).flatMap(parts.enterprises()::findByUscc).map(Enterprise::liaison);
    }

    /** Null where nothing speaks against it. A liaison may sit in a unit that handles the case, or that the firm complains about. */
    private String against(Appeal appeal, Optional<Liaison> liaison) {
        if (liaison.isEmpty()) {
            return "none";
        } else if (!appeal.verified()) {
            return "unverified";
        } else if (!appeal.mayName().handler()) {
            return "hidden";
        }
        return parts.directory().departments().findByEmail(liaison.get().email()).filter(unit -> appeal.recused().contains(unit.code())).isPresent()
                ? "recused" : null;
    }
}
