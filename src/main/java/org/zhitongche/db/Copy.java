package org.zhitongche.db;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;

/** Very many rows of a table at once, as the server reads them fastest: as lines of text, without a statement to be planned. */
final class Copy {

    private static final Pattern PLAIN = Pattern.compile("\\s*insert into (\\w+\\s*\\([^()]*\\))\\s*values \\(\\?(?:,\\s*\\?)*\\)\\s*");
    private static final HexFormat HEX = HexFormat.of();
    /** Characters that are sent together. */
    private static final int TOGETHER = 1 << 16;

    private Copy() {}

    /** What copies the rows that the insert would write; null where it does more than that. */
    static String statement(String insert) {
        Matcher plain = PLAIN.matcher(insert);
        return plain.matches() ? "copy " + plain.group(1) + " from stdin" : null;
    }

    /** Whether all of the values can be said in a line. */
    static boolean takes(Object[] row) {
        return Arrays.stream(row).allMatch(value -> value == null || value instanceof String || value instanceof Number || value instanceof Boolean
                || value instanceof UUID || value instanceof OffsetDateTime || value instanceof LocalDate || value instanceof byte[]);
    }

    static void send(Connection connection, String statement, List<Object[]> rows) throws SQLException {
        CopyIn copy = connection.unwrap(PGConnection.class).getCopyAPI().copyIn(statement);
        try {
            StringBuilder lines = new StringBuilder(TOGETHER + TOGETHER / 8);
            for (Object[] row : rows) {
                write(row, lines);
                if (lines.length() > TOGETHER) {
                    send(lines, copy);
                }
            }
            send(lines, copy);
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static void send(StringBuilder lines, CopyIn copy) throws SQLException {
        byte[] bytes = lines.toString().getBytes(StandardCharsets.UTF_8);
        copy.writeToCopy(bytes, 0, bytes.length);
        lines.setLength(0);
    }

    private static void write(Object[] row, StringBuilder line) {
        for (int n = 0; n < row.length; n++) {
            if (n > 0) {
                line.append('\t');
            }
            write(row[n], line);
        }
        line.append('\n');
    }

    private static void write(Object value, StringBuilder line) {
        if (value == null) {
            line.append("\\N");
        } else if (value instanceof String text) {
            write(text, line);
        } else if (value instanceof byte[] bytes) {
            line.append("\\\\x").append(HEX.formatHex(bytes));
        } else {
            line.append(OffsetDateTime.MAX.equals(value) ? "infinity" : value);
        }
    }

    private static void write(String text, StringBuilder line) {
        for (int n = 0; n < text.length(); n++) {
            char each = text.charAt(n);
            switch (each) {
                case '\\' -> line.append("\\\\");
                case '\n' -> line.append("\\n");
                case '\r' -> line.append("\\r");
                case '\t' -> line.append("\\t");
                default -> line.append(each);
            }
        }
    }
}
