package org.zhitongche.policy;

import java.util.Optional;
import org.zhitongche.db.Database;
import org.zhitongche.notice.Delivery;
import org.zhitongche.notice.SendCheck;

/** Whether a pushed mail is still to be sent: the policy may be withdrawn or corrected, the firm gone, the contact unsubscribed. */
public final class StillWanted implements SendCheck {
    private final Database database;

    public StillWanted(Database database) {
        this.database = database;
    }

    @Override
    public Optional<String> against(Delivery delivery) {
        if (!delivery.kind().equals(PolicyMail.KIND)) {
            return Optional.empty();
        }
        return database.sql().sql("""
                select case when p.state = 'WITHDRAWN' then 'WITHDRAWN'
                    when p.version <> d.version then 'CORRECTED'
                    when e.status <> 'ACTIVE' then 'DEREGISTERED'
                    when e.channel not in ('MAIL', 'MAIL_AND_SITE') or exists (select 1 from push_unsubscribed where contact = d.contact)
                        then 'UNSUBSCRIBED' end
                from push_delivery d join policy p on p.id = d.policy join enterprise e on e.uscc = d.uscc where d.delivery = ?""")
                .param(delivery.deliveryId()).query((row, n) -> Optional.ofNullable(row.getString(1))).optional().flatMap(reason -> reason);
    }
}
