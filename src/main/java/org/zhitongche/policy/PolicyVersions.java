package org.zhitongche.policy;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.db.Database;

/** What was public when it was pushed: told word for word even after a correction. */
final class PolicyVersions {
    private final Database database;
    private final Audiences audiences;

    PolicyVersions(Database database, Audiences audiences) {
        this.database = database;
        this.audiences = audiences;
    }

    record Version(PolicyText text, Audience audience) {}

    Version ofPush(UUID push) {
        return database.sql().sql("""
                select v.content, v.audience from push p join policy_version v on v.policy = p.policy and v.version = p.version
                where p.id = ?""").param(push).query((row, n) -> version(row)).single();
    }

    Version version(ResultSet row) throws SQLException {
        try {
            return new Version(EventCodec.JSON.readValue(row.getString("content"), PolicyText.class),
                    audiences.stored(row.getString("audience")));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<Integer> places(ResultSet row) throws SQLException {
        return Arrays.stream((Object[]) row.getArray("held").getArray()).map(place -> ((Number) place).intValue()).toList();
    }
}
