package org.zhitongche.app;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Locale;
import org.zhitongche.db.StartFailure;
import org.zhitongche.web.Surface;

/** Every property there is, with its default; each stands with a comment in {@code config/application.properties}. */
public enum Key {
    PROFILE("profile", "default", Kind.PROFILE),
    DATA_DIR("data.dir", "data", Kind.TEXT),
    SECRET("secret", "", Kind.TEXT),
    WEB_HOST("web.host", "127.0.0.1", Kind.TEXT),
    WEB_PORT("web.port", "8080", Kind.PORT),
    WEB_PUBLIC_URL("web.public-url", "", Kind.TEXT),
    WEB_SURFACES("web.surfaces", "firm,desk,admin,api", Kind.SURFACES),
    WEB_PROXIES("web.proxies", "127.0.0.1", Kind.ADDRESSES),
    SESSION_IDLE("session.idle", "30", Kind.COUNT),
    SESSION_LONGEST("session.longest", "12", Kind.COUNT),
    DATABASE_URL("database.url", "", Kind.TEXT),
    DATABASE_USER("database.user", "zhitongche", Kind.TEXT),
    DATABASE_PASSWORD("database.password", "", Kind.TEXT),
    DATABASE_PORT("database.port", "0", Kind.PORT),
    DATABASE_POOL("database.pool", "32", Kind.COUNT),
    BROKER_URL("broker.url", "", Kind.TEXT),
    BROKER_USER("broker.user", "platform", Kind.TEXT),
    BROKER_PASSWORD("broker.password", "", Kind.TEXT),
    BROKER_PORT("broker.port", "61616", Kind.PORT),
    BROKER_CONSUMERS("broker.consumers", "16", Kind.COUNT),
    MAIL_ADDRESS("mail.address", "appeals@zhitongche.local", Kind.TEXT),
    MAIL_USER("mail.user", "appeals@zhitongche.local", Kind.TEXT),
    MAIL_PASSWORD("mail.password", "", Kind.TEXT),
    MAIL_SMTP_HOST("mail.smtp.host", "", Kind.TEXT),
    MAIL_SMTP_PORT("mail.smtp.port", "3025", Kind.PORT),
    MAIL_IMAP_HOST("mail.imap.host", "", Kind.TEXT),
    MAIL_IMAP_PORT("mail.imap.port", "3143", Kind.PORT),
    MAIL_TRUSTED_SERVER("mail.trusted-server", "zhitongche.local", Kind.TEXT),
    MAIL_LARGEST("mail.largest", "50", Kind.COUNT),
    MAIL_PER_HOUR("mail.per-hour", "60", Kind.COUNT),
    MAIL_FOLDERS_SINCE("mail.folders-since", "", Kind.DAY),
    QUEUE_LARGEST("queue.largest", "10", Kind.COUNT),
    ATTACHMENT_LARGEST("attachment.largest", "20", Kind.COUNT),
    ATTACHMENTS_LARGEST("attachments.largest", "40", Kind.COUNT),
    OUTBOX_KEPT("outbox.kept", "180", Kind.COUNT),
    PAPERS_CENTRE("papers.centre", "政企直通车企业诉求服务中心", Kind.TEXT),
    PAPERS_FONTS("papers.fonts", "/usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Regular.ttf,"
            + "/usr/share/fonts/truetype/hanazono/HanaMinA.ttf,/usr/share/fonts/truetype/hanazono/HanaMinB.ttf", Kind.TEXT),
    SIMILAR_REPEAT("similar.repeat", "40", Kind.PERCENT),
    SIMILAR_JOINT("similar.joint", "50", Kind.PERCENT),
    SIMILAR_FIRMS("similar.firms", "3", Kind.COUNT),
    SIMILAR_DAYS("similar.days", "365", Kind.COUNT),
    SIMILAR_REPLIES("similar.replies", "80", Kind.PERCENT),
    SUPERVISION_EVERY("supervision.every", "20", Kind.COUNT),
    SUPERVISION_DIGEST_AT("supervision.digest-at", "08:30", Kind.TIME);

    /** What a value must be. */
    enum Kind {
        TEXT {
            @Override
            void check(String property, String value) {
                // anything goes
            }
        },
        PROFILE {
            @Override
            void check(String property, String value) {
                if (!value.equals("default") && !value.equals("production")) {
                    throw new StartFailure(property + "=" + value + " is no profile", "use default or production");
                }
            }
        },
        COUNT {
            @Override
            void check(String property, String value) {
                number(property, value, 1, 1_000_000);
            }
        },
        PERCENT {
            @Override
            void check(String property, String value) {
                number(property, value, 0, 100);
            }
        },
        SURFACES {
            @Override
            void check(String property, String value) {
                try {
                    Surface.parse(value);
                } catch (IllegalArgumentException e) {
                    throw new StartFailure(property + "=" + value + " names a surface that there is not",
                            "use any of firm, desk, admin, api, separated by commas", e);
                }
            }
        },
        ADDRESSES {
            @Override
            void check(String property, String value) {
                if (!value.matches("|[0-9a-fA-F.:]+(\\s*,\\s*[0-9a-fA-F.:]+)*")) {
                    throw new StartFailure(property + "=" + value + " is no list of addresses",
                            "write IP addresses like 10.0.0.5, separated by commas, or leave it empty");
                }
            }
        },
        DAY {
            @Override
            void check(String property, String value) {
                try {
                    if (!value.isEmpty()) {
                        LocalDate.parse(value);
                    }
                } catch (DateTimeParseException e) {
                    throw new StartFailure(property + "=" + value + " is no day", "write it like 2026-01-31, or leave it empty", e);
                }
            }
        },
        TIME {
            @Override
            void check(String property, String value) {
                try {
                    if (!value.isEmpty()) {
                        LocalTime.parse(value);
                    }
                } catch (DateTimeParseException e) {
                    throw new StartFailure(property + "=" + value + " is no time of day", "write it like 08:30, or leave it empty", e);
                }
            }
        },
        PORT {
            @Override
            void check(String property, String value) {
                number(property, value, 0, 65_535);
            }
        };

        abstract void check(String property, String value);

        static void number(String property, String value, int from, int to) {
            boolean fits = value.matches("\\d{1,7}") && Integer.parseInt(value) >= from && Integer.parseInt(value) <= to;
            if (!fits) {
                throw new StartFailure(property + "=" + value + " makes no sense", "set it to a whole number from " + from + " to " + to);
            }
        }
    }

    private final String property;
    private final String standard;
    private final Kind kind;

    Key(String property, String standard, Kind kind) {
        this.property = property;
        this.standard = standard;
        this.kind = kind;
    }

    public String property() {
        return property;
    }

    String standard() {
        return standard;
    }

    Kind kind() {
        return kind;
    }

    /** {@code ZHITONGCHE_WEB_PORT} for {@code web.port}. */
    String environment() {
        return "ZHITONGCHE_" + property.replace('.', '_').replace('-', '_').toUpperCase(Locale.ROOT);
    }

    static String ofEnvironment(String variable) {
        return Arrays.stream(values()).filter(key -> key.environment().equals(variable)).map(Key::property).findFirst().orElse(null);
    }

    /** The property whose name is least different, for who mistyped it. */
    static String nearest(String mistyped) {
        String name = mistyped.startsWith("ZHITONGCHE_")
                ? mistyped.substring("ZHITONGCHE_".length()).toLowerCase(Locale.ROOT).replace('_', '.') : mistyped;
        return Arrays.stream(values()).map(Key::property).min(Comparator.comparingInt(known -> distance(known, name))).orElseThrow();
    }

    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        Arrays.setAll(row, n -> n);
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int above = row[j];
                int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
                row[j] = Math.min(Math.min(row[j] + 1, row[j - 1] + 1), diagonal + change);
                diagonal = above;
            }
        }
        return row[b.length()];
    }
}
