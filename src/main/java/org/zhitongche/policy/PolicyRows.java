package org.zhitongche.policy;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.zhitongche.db.Timestamps;

/** Policies to and from their table. */
final class PolicyRows {
    static final String TEXT = """
            number, authority, title, text, link, type, way, place, materials, contact, amount,
            effective_from, effective_to, apply_from, apply_to""";
    static final String COLUMNS = "id, " + TEXT + """
            , audience, state, version, revision, created_at, changed_at, changed_by, published_at, withdrawn_at,
            withdrawn_why
            """;

    private final Audiences audiences;

    PolicyRows(Audiences audiences) {
        this.audiences = audiences;
    }

    Policy policy(ResultSet row, int n) throws SQLException {
        return new Policy(row.getObject("id", UUID.class), text(row), audiences.stored(row.getString("audience")),
                Policy.State.valueOf(row.getString("state")), row.getInt("version"), row.getInt("revision"),
                Timestamps.instant(row, "created_at"), Timestamps.instant(row, "changed_at"), row.getString("changed_by"),
                Timestamps.instant(row, "published_at"), Timestamps.instant(row, "withdrawn_at"), row.getString("withdrawn_why"));
    }

    private static PolicyText text(ResultSet row) throws SQLException {
        return new PolicyText(row.getString("number"), row.getString("authority"), row.getString("title"),
                row.getString("text"), row.getString("link"), PolicyText.Type.valueOf(row.getString("type")),
                PolicyText.Way.valueOf(row.getString("way")), row.getString("place"), row.getString("materials"),
                row.getString("contact"), row.getString("amount"), day(row, "effective_from"), day(row, "effective_to"),
                day(row, "apply_from"), day(row, "apply_to"));
    }

    private static LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** In the order of {@link #TEXT}, then the audience, then what is given. */
    List<Object> values(PolicyText text, Audience audience, Object... more) {
        List<Object> values = new ArrayList<>(Arrays.asList(text.number(), text.authority(), text.title(), text.text(), text.link(),
                text.type().name(), text.way().name(), text.place(), text.materials(), text.contact(), text.amount(),
                text.effectiveFrom(), text.effectiveTo(), text.applyFrom(), text.applyTo(), audiences.write(audience).toString()));
        values.addAll(Arrays.asList(more));
        return values;
    }

    /** A place in a list that is ordered by a time and an id. */
    record Cursor(OffsetDateTime at, UUID id) {
        private static final UUID LAST = new UUID(-1, -1);
        private static final OffsetDateTime FIRST_TIME = OffsetDateTime.of(9999, 1, 1, 0, 0, 0, 0, ZoneOffset.UTC);

        /** Whatever is not written by {@link #of} begins at the front. */
        static Cursor read(String written) {
            try {
                int split = written.indexOf('_');
                Instant at = Instant.parse(written.substring(0, split));
                return new Cursor(Timestamps.utc(at), UUID.fromString(written.substring(split + 1)));
            } catch (RuntimeException e) {
                return new Cursor(FIRST_TIME, LAST);
            }
        }

        static String of(Instant at, UUID id) {
            return at + "_" + id;
        }
    }
}
