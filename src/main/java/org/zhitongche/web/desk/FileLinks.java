package org.zhitongche.web.desk;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import java.nio.charset.StandardCharsets;

/** Links to attachments, good for a quarter of an hour and for the one to whom they were shown. */
final class FileLinks {

    private static final Duration LIVES = Duration.ofMinutes(15);
    private static final int PLAIN = 24;
    private static final int MAC = 18;

    private final byte[] secret;
    private final InstantSource clock;

    FileLinks(byte[] secret, InstantSource clock) {
        this.secret = secret.clone();
        this.clock = clock;
    }

    String token(UUID file, String viewer) {
        long ends = clock.instant().plus(LIVES).getEpochSecond();
        byte[] plain = ByteBuffer.allocate(PLAIN).putLong(file.getMostSignificantBits())
            .putLong(file.getLeastSignificantBits()).putLong(ends).array();
        byte[] all = ByteBuffer.allocate(PLAIN + MAC).put(plain).put(mac(plain, viewer)).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(all);
    }

    /** The file, if the link is ours, not yet over, and this viewer's. */
    Optional<UUID> read(String token, String viewer) {
        byte[] all = decode(token);
        if (all.length != PLAIN + MAC) {
            return Optional.empty();
        }
        byte[] plain = Arrays.copyOf(all, PLAIN);
        boolean ours = MessageDigest.isEqual(mac(plain, viewer), Arrays.copyOfRange(all, PLAIN, all.length));
        ByteBuffer fields = ByteBuffer.wrap(plain);
        UUID file = new UUID(fields.getLong(), fields.getLong());
        boolean lives = fields.getLong() >= clock.instant().getEpochSecond();
        return ours && lives ? Optional.of(file) : Optional.empty();
    }

    private byte[] mac(byte[] plain, String viewer) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update("desk-file".getBytes(StandardCharsets.US_ASCII));
            mac.update(plain);
            return Arrays.copyOf(mac.doFinal(String.valueOf(viewer).getBytes(StandardCharsets.UTF_8)), MAC);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] decode(String token) {
        try {
            return token.length() > 100 ? new byte[0] : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException e) {
            return new byte[0];
        }
    }
}
