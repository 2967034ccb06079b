package org.zhitongche.notice;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/**
 * One-time codes by which a sender shows that an address is his. A code follows from the row and the house's secret,
 * so that a mail sent twice says the same code, while neither database nor outbox holds one.
 */
public final class Verifications {

    static final String KIND = "verify";
    private static final Duration LIVES = Duration.ofHours(24);
    private static final int TRIES = 5;
    private static final int CODES_AN_HOUR = 5;

    private final Database database;
    private final InstantSource clock;
    private final TrackingTokens tokens;
    private final Outbox outbox;

    public Verifications(Database database, InstantSource clock, TrackingTokens tokens, Outbox outbox) {
        this.database = database;
        this.clock = clock;
        this.tokens = tokens;
        this.outbox = outbox;
    }

    /**
     * Sends a new code to the address, unless it got too many within the hour; the former code is void.
     *
     * @return whether one is on its way
     */
    public boolean send(UUID appeal, String address) {
        return Boolean.TRUE.equals(database.tx().execute(status -> {
            Optional<NewDelivery> mail = issue(appeal, address);
            outbox.put(mail.stream().toList());
            return mail.isPresent();
        }));
    }

    Optional<NewDelivery> issue(UUID appeal, String address) {
        String to = address.toLowerCase(Locale.ROOT);
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        if (issuedSince(now.minus(1, ChronoUnit.HOURS), to) >= CODES_AN_HOUR) {
            return Optional.empty();
        }
        Instant expires = now.plus(LIVES);
        database.sql().sql("""
                insert into verification (appeal_id, address, code_hash, expires_at, tries) values (?, ?, ?, ?, 0)
                on conflict (appeal_id, address) do update
                set code_hash = excluded.code_hash, expires_at = excluded.expires_at, tries = 0""")
                .params(appeal, to, hash(appeal, code(appeal, to, expires)), Timestamps.utc(expires)).update();
        return Optional.of(new NewDelivery(appeal, Channel.MAIL, to, KIND, "{}"));
    }

    // By the mails, since a second code for an appeal takes the first one's row; and by the rows, since mails of this
    // transaction may not be in the outbox yet.
    private long issuedSince(Instant since, String address) {
        return database.sql().sql("""
                select greatest(
                    (select count(*) from outbox where destination = ? and kind = 'verify' and created_at > ?),
                    (select count(*) from verification where address = ? and expires_at > ?))""")
                .params(address, Timestamps.utc(since), address, Timestamps.utc(since.plus(LIVES))).query(Long.class).single();
    }

    /** The code that is valid now, for the mail that tells it. */
    Optional<String> findCode(UUID appeal, String address) {
        return listOpen(appeal).stream().filter(row -> row.address().equalsIgnoreCase(address)).findFirst()
                .map(row -> code(appeal, row.address(), row.expires()));
    }

    /** @return the address that is now shown to be the sender's; empty for a wrong or expired code */
    public Optional<String> confirm(UUID appeal, String code) {
        return database.tx().execute(status -> {
            List<Row> open = listOpen(appeal);
            database.sql().sql("update verification set tries = tries + 1 where appeal_id = ?").param(appeal).update();
            String said = code == null ? "" : code.strip();
            Optional<Row> right = open.stream().filter(row -> MessageDigest.isEqual(row.hash(), hash(appeal, said))).findFirst();
            right.ifPresent(row -> database.sql().sql("delete from verification where appeal_id = ?").param(appeal).update());
            return right.map(Row::address);
        });
    }

    private List<Row> listOpen(UUID appeal) {
        return database.sql().sql("""
                select address, code_hash, expires_at from verification
                where appeal_id = ? and tries < ? and expires_at > ? order by address for update""")
                .params(appeal, TRIES, Timestamps.utc(clock.instant()))
                .query((row, n) -> new Row(row.getString(1), row.getBytes(2), Timestamps.instant(row, "expires_at"))).list();
    }

    private record Row(String address, byte[] hash, Instant expires) {}

    private String code(UUID appeal, String address, Instant expires) {
        UUID subject = UUID.nameUUIDFromBytes((appeal + "|" + address + "|" + expires).getBytes(StandardCharsets.UTF_8));
        int number = ByteBuffer.wrap(sha256(tokens.token(TrackingTokens.Purpose.ANSWER, subject))).getInt() & Integer.MAX_VALUE;
        return "%06d".formatted(number % 1_000_000);
    }

    /** With a secret in it: a million codes would be tried in no time. */
    private byte[] hash(UUID appeal, String code) {
        return sha256(tokens.token(TrackingTokens.Purpose.ANSWER, appeal) + code);
    }

    private static byte[] sha256(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
