package org.zhitongche.appeal;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Links that nobody can guess or alter: an HMAC over what is linked, for which purpose, in which generation. */
public final class TrackingTokens {

    private static final int MAC_BYTES = 18;

    /** What a link opens; a token for one opens no other. */
    public enum Purpose { TRACK, ANSWER, ATTACHMENT, UNSUBSCRIBE }

    private final byte[] secret;

    /** @param secret at least 32 random bytes, the same on every node */
    public TrackingTokens(byte[] secret) {
        if (secret.length < 32) {
            throw new IllegalArgumentException("the secret for links must have at least 32 bytes");
        }
        this.secret = secret.clone();
    }

    public String token(Purpose purpose, UUID subject) {
        byte[] payload = ByteBuffer.allocate(16).putLong(subject.getMostSignificantBits())
                .putLong(subject.getLeastSignificantBits()).array();
        byte[] mac = mac(purpose, payload);
        return encode(ByteBuffer.allocate(16 + MAC_BYTES).put(payload).put(mac).array());
    }

    /** Empty for anything that this house did not make for this purpose. */
    public Optional<UUID> read(Purpose purpose, String token) {
        byte[] bytes = decode(token);
        if (bytes.length != 16 + MAC_BYTES || !encode(bytes).equals(token)) {
            return Optional.empty();
        }
        byte[] payload = Arrays.copyOf(bytes, 16);
        if (!MessageDigest.isEqual(mac(purpose, payload), Arrays.copyOfRange(bytes, 16, bytes.length))) {
            return Optional.empty();
        }
        ByteBuffer id = ByteBuffer.wrap(payload);
        return Optional.of(new UUID(id.getLong(), id.getLong()));
    }

    private byte[] mac(Purpose purpose, byte[] payload) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret, "HmacSHA256"));
            mac.update(purpose.name().getBytes(java.nio.charset.StandardCharsets.US_ASCII));
            return Arrays.copyOf(mac.doFinal(payload), MAC_BYTES);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] decode(String token) {
        try {
            return token == null || token.length() > 100 ? new byte[0] : Base64.getUrlDecoder().decode(token);
        } catch (IllegalArgumentException notOurs) {
            return new byte[0];
        }
    }
}
