package org.zhitongche.directory;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.zhitongche.db.Database;

/**
 * The machine accounts. Their secrets are long and random, so a plain digest is enough to keep them,
 * and cheap enough to be checked at every request.
 */
public final class Principals {
    private static final int MINIMUM = 20;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final JdbcClient sql;

    private record Stored(Principal principal, String hash) {}

    public Principals(Database database) {
        sql = database.sql();
    }

    /** The account, if it is active and the secret fits. */
    public Optional<Principal> authenticate(String name, String secret) {
        if (name == null || secret == null) {
            return Optional.empty();
        }
        return sql.sql("select name, kind, department, uscc, active, secret_hash from principal where name = ?")
                .param(name).query((row, n) -> new Stored(principal(row, n), row.getString("secret_hash"))).optional()
                .filter(stored -> stored.principal().active() && equal(stored.hash(), digest(secret)))
                .map(Stored::principal);
    }

    /** As {@link #authenticate}, by the key an API client sends: {@code name.secret}. */
    public Optional<Principal> authenticateKey(String key) {
        int dot = key == null ? -1 : key.indexOf('.');
        return dot < 0 ? Optional.empty() : authenticate(key.substring(0, dot), key.substring(dot + 1));
    }

    public Optional<Principal> find(String name) {
        return sql.sql("select name, kind, department, uscc, active from principal where name = ?").param(name)
                .query(Principals::principal).optional();
    }

    public List<Principal> list() {
        return sql.sql("select name, kind, department, uscc, active from principal order by kind, name")
                .query(Principals::principal).list();
    }

    /** Makes the account, or gives it a new secret; the secret is told this once. */
    public String issue(String name, Principal.Kind kind, String department, String uscc) {
        String secret = newSecret();
        save(name, kind, department, uscc, secret);
        return secret;
    }

    /** With a secret that somebody else chose, such as the one kept for the platform's own user. */
    public void save(String name, Principal.Kind kind, String department, String uscc, String secret) {
        if (secret.length() < MINIMUM) {
            throw new IllegalArgumentException("接口密钥至少" + MINIMUM + "位");
        }
        sql.sql("""
                insert into principal (name, kind, department, uscc, secret_hash) values (?, ?, ?, ?, ?)
                on conflict (name) do update
                set kind = excluded.kind, department = excluded.department, uscc = excluded.uscc,
                    secret_hash = excluded.secret_hash, active = true""")
                .params(name, kind.name(), department, uscc, digest(secret)).update();
    }

    public void setActive(String name, boolean active) {
        sql.sql("update principal set active = ? where name = ?").params(active, name).update();
    }

    static String newSecret() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static Principal principal(ResultSet row, int number) throws SQLException {
        return new Principal(row.getString("name"), Principal.Kind.valueOf(row.getString("kind")),
                row.getString("department"), row.getString("uscc"), row.getBoolean("active"));
    }

    private static String digest(String secret) {
        try {
            byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    private static boolean equal(String a, String b) {
        return MessageDigest.isEqual(a.getBytes(StandardCharsets.US_ASCII), b.getBytes(StandardCharsets.US_ASCII));
    }
}
