package org.zhitongche.stats;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.UUID;
import org.zhitongche.db.Timestamps;
import org.zhitongche.time.Zone;

/**
 * A firm-time behind a number of pushed policies, as known at the cut-off.
 *
 * @param delivery where a page ended
 * @param firm     null beside an appeal whose firm the viewer may not know; so is uscc
 * @param sentAt   null where it was not delivered yet; as readAt a day's beginning where the firm is not told
 * @param inquiry  the first that followed, of those that the viewer may see; null in the other lists
 */
public record PushedFirm(UUID delivery, UUID push, UUID policy, int version, String title, Instant startedAt, String uscc, String firm, String channel,
                         Instant sentAt, Instant readAt, Inquiry inquiry) {

    public record Inquiry(UUID appeal, String number, Instant receivedAt) {}

    /** Beside an appeal; to the second the delivery would name the firm by the list of those who got it. */
    PushedFirm unnamed() {
        return new PushedFirm(delivery, push, policy, version, title, startedAt, null, null, channel, day(sentAt), day(readAt), inquiry);
    }

    private static Instant day(Instant moment) {
        return moment == null ? null : Zone.startOf(Zone.dateOf(moment));
    }

    static PushedFirm of(ResultSet row, int number) throws SQLException {
        UUID appeal = row.getObject("appeal", UUID.class);
        return new PushedFirm(row.getObject("delivery", UUID.class), row.getObject("push", UUID.class), row.getObject("policy", UUID.class),
                row.getInt("version"), row.getString("title"), Timestamps.instant(row, "started_at"), row.getString("uscc"), row.getString("firm"),
                row.getString("channel"), Timestamps.instant(row, "sent_at"), Timestamps.instant(row, "read_at"),
                appeal == null ? null : new Inquiry(appeal, row.getString("number"), Timestamps.instant(row, "first_received")));
    }
}
