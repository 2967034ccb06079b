package org.zhitongche.intake;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;
import org.zhitongche.time.Zone;

/**
 * The last step of take-in: one transaction that stores each submission once, whatever arrives twice.
 * Keys are taken in one order, so that two transactions with the same mails never wait for each other.
 */
public final class Store {

    private static final Instant NEVER = Instant.parse("9999-12-31T00:00:00Z");
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;
    private static final int SERIAL_DIGITS = 6;
    private static final Duration CONTENT_KEY_LIVES = Duration.ofHours(24);

    private final Database database;
    private final Appeals appeals;
    private final Arrivals arrivals;
    private final TrackingTokens tokens;
    private final Serials serials;

    public Store(Database database, Appeals appeals, Arrivals arrivals, TrackingTokens tokens) {
        this.database = database;
        this.appeals = appeals;
        this.arrivals = arrivals;
        this.tokens = tokens;
        this.serials = new Serials(database);
    }

    public Receipt store(Draft draft) {
        return store(List.of(draft)).get(0);
    }

    /** As {@link #store(Draft)}, for an arrival that stands in the ledger already: its row tells what became of it now. */
    public Receipt storeAgain(Draft draft) {
        return storeKeyed(List.of(Keyed.again(draft))).get(0);
    }

    /** @return a receipt a draft, in the order of the drafts */
    public List<Receipt> store(List<Draft> drafts) {
        return storeKeyed(drafts.stream().map(Keyed::of).toList());
    }

    private List<Receipt> storeKeyed(List<Keyed> all) {
        return database.tx().execute(status -> {
            Map<Draft, Receipt> receipts = new IdentityHashMap<>(); // not by content, which would be read through each time
            List<Fresh> fresh = new ArrayList<>();
            all.stream().sorted(Comparator.comparing(Keyed::order)).forEach(keyed -> {
                receipts.put(keyed.draft(), known(keyed, fresh));
            });
            create(fresh);
            return all.stream().map(keyed -> receipts.get(keyed.draft())).toList();
        });
    }

    private record Fresh(Keyed keyed, UUID appeal, String number, String region) {}

    private Receipt known(Keyed keyed, List<Fresh> fresh) {
        Submission s = keyed.draft().submission();
        UUID appeal = UUID.randomUUID();
        if (takeKey(keyed, appeal)) {
            if (!record(keyed, Outcome.CREATED, appeal, null, null)) {
                giveKeyBack(keyed); // its key had lapsed, but this very delivery was stored before
                return receiptOf(arrivals.findByTransport(s.door(), s.transportId()).orElseThrow());
            }
            Fresh made = new Fresh(keyed, appeal, number(keyed), region(keyed));
            fresh.add(made);
            return new Receipt(Receipt.Status.CREATED, s.arrival(), appeal, made.number(),
                    tokens.token(TrackingTokens.Purpose.TRACK, appeal), keyed.draft().recognition().verified());
        }
        create(fresh); // it may be the twin of one of these
        fresh.clear();
        // The same delivery again is the same arrival; the same words in another delivery are a second one.
        return keyed.again() ? repeated(keyed)
                : arrivals.findByTransport(s.door(), s.transportId()).map(this::receiptOf).orElseGet(() -> repeated(keyed));
    }

    private boolean takeKey(Keyed keyed, UUID appeal) {
        Submission s = keyed.draft().submission();
        Instant lapses = s.key() != null ? NEVER : s.receivedAt().plus(CONTENT_KEY_LIVES);
        return database.sql().sql("""
                insert into submission_key (door, sender, key, arrival_id, appeal_id, content_digest, lapses_at)
                values (?, ?, ?, ?, ?, ?, ?)
                on conflict (door, sender, key) do update set arrival_id = excluded.arrival_id,
                    appeal_id = excluded.appeal_id, content_digest = excluded.content_digest, lapses_at = excluded.lapses_at
                where submission_key.lapses_at <= ?""")
                .params(s.door().name(), s.sender(), keyed.key(), s.arrival(), appeal, keyed.digest(),
                        Timestamps.utc(lapses), Timestamps.utc(s.receivedAt()))
                .update() == 1;
    }

    private void giveKeyBack(Keyed keyed) {
        Submission s = keyed.draft().submission();
        database.sql().sql("delete from submission_key where door = ? and sender = ? and key = ?")
                .params(s.door().name(), s.sender(), keyed.key()).update();
    }

    private Receipt repeated(Keyed keyed) {
        Submission s = keyed.draft().submission();
        First first = database.sql().sql("""
                select k.content_digest, k.appeal_id, k.arrival_id from submission_key k
                where k.door = ? and k.sender = ? and k.key = ?""")
                .params(s.door().name(), s.sender(), keyed.key())
                .query((row, n) -> new First(row.getBytes(1), row.getObject(2, UUID.class))).single();
        if (Arrays.equals(first.digest(), keyed.digest())) {
            record(keyed, Outcome.DUPLICATE, first.appeal(), null, null);
            return receiptOf(Receipt.Status.DUPLICATE, s.arrival(), first.appeal());
        }
        record(keyed, Outcome.QUARANTINED, null, "quarantine.same-key", s.raw());
        return new Receipt(Receipt.Status.CONFLICT, s.arrival(), null, null, null, false);
    }

    private record First(byte[] digest, UUID appeal) {}

    private Receipt receiptOf(Arrivals.Seen seen) {
        return seen.appeal() == null ? new Receipt(Receipt.Status.CONFLICT, seen.arrival(), null, null, null, false)
                : receiptOf(Receipt.Status.valueOf(seen.outcome() == Outcome.CREATED ? "CREATED" : "DUPLICATE"), seen.arrival(), seen.appeal());
    }

    private Receipt receiptOf(Receipt.Status status, UUID arrival, UUID appeal) {
        return database.sql().sql("select number, verified from appeal where id = ?").param(appeal)
                .query((row, n) -> new Receipt(status, arrival, appeal, row.getString(1),
                        tokens.token(TrackingTokens.Purpose.TRACK, appeal), row.getBoolean(2))).single();
    }

    private boolean record(Keyed keyed, Outcome outcome, UUID appeal, String reason, Attachment raw) {
        Submission s = keyed.draft().submission();
        Arrival arrival = new Arrival(s.arrival(), s.door(), s.transportId(), s.sender(), s.receivedAt(), outcome, reason, null,
                s.title(), appeal, raw);
        return keyed.again() ? arrivals.change(arrival, keyed.key(), keyed.digest()) : arrivals.insert(arrival, keyed.key(), keyed.digest());
    }

    private void create(List<Fresh> fresh) {
        if (fresh.isEmpty()) {
            return;
        }
        appeals.create(fresh.stream().map(made -> {
            Submission s = made.keyed().draft().submission();
            Actor actor = s.enteredBy() == null ? Actor.SYSTEM : s.enteredBy();
            return new Appeals.New(made.appeal(), actor, s.door(), new Submit(made.keyed().draft(), made.number(), made.region()));
        }).toList());
    }

    private String number(Keyed keyed) {
        String serial = Long.toString(serials.next());
        String day = DAY.format(Zone.dateOf(keyed.draft().submission().receivedAt()));
        return region(keyed) + "-" + day + "-" + "0".repeat(Math.max(0, SERIAL_DIGITS - serial.length())) + serial;
    }

    private static String region(Keyed keyed) {
        String region = keyed.draft().recognition().region();
        return region == null ? "350000" : region;
    }

    /** A draft with the key under which it counts once, and the digest that tells whether it says the same. */
    private record Keyed(Draft draft, String key, byte[] digest, boolean again) {

        static Keyed of(Draft draft) {
            return of(draft, false);
        }

        static Keyed again(Draft draft) {
            return of(draft, true);
        }

        private static Keyed of(Draft draft, boolean again) {
            byte[] digest = digest(draft.submission());
            String key = draft.submission().key();
            return new Keyed(draft, key == null ? "content:" + HexFormat.of().formatHex(digest) : "client:" + key, digest, again);
        }

        String order() {
            Submission s = draft.submission();
            return s.door() + "\n" + s.sender() + "\n" + key;
        }

        private static byte[] digest(Submission s) {
            try {
                MessageDigest digest = MessageDigest.getInstance("SHA-256");
                for (Object part : Arrays.asList(s.title(), s.text(), s.uscc(), s.firm(), s.region(), s.category(), s.type(),
                        s.contact(), s.complainedAbout(), s.mayName())) {
                    digest.update(String.valueOf(part).getBytes(StandardCharsets.UTF_8));
                    digest.update((byte) 0);
                }
                for (Attachment attachment : s.attachments()) {
                    digest.update(attachment.content().sha256().getBytes(StandardCharsets.US_ASCII));
                }
                return digest.digest();
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
    }
}
