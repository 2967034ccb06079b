package org.zhitongche.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Statements of one transaction that need no answer, kept and then sent together: one way to the server and back for all
 * of them, and one statement for all rows that go into a table one after the other. They are carried out in their order;
 * what is read before they are sent does not see them. More rows of a table than fit into a statement are copied into it.
 */
public final class Writes {

    /** Beyond this many they go in portions, so that neither statement nor answers grow without bound. */
    private static final int TOGETHER = 100;
    /** A statement of so many values goes alone: its text returns, so that it is planned once, and finding a value's place costs nothing. */
    private static final int MANY_VALUES = 500;
    /** What PostgreSQL takes at once, with some room. */
    private static final int MOST_VALUES = 60_000;
    private static final Pattern ROW = Pattern.compile("\\svalues (\\([^()]*\\))");

    private final JdbcTemplate template;
    private final List<Statement> statements = new ArrayList<>();

    /** A statement, or an insert that takes further rows. @param copy what copies them; null where that would do something else */
    private record Statement(String text, boolean insert, String copy, List<Object[]> rows) {

        static Statement of(String text, Object[] values) {
            List<Object[]> rows = new ArrayList<>();
            rows.add(values);
            return new Statement(text, ROW.matcher(text).find(), Copy.takes(values) ? Copy.statement(text) : null, rows);
        }

        boolean takes(String other, Object[] values) {
            return text.equals(other) && (copy == null ? insert && rows.size() < TOGETHER : Copy.takes(values));
        }

        boolean isCopied() {
            return rows.size() > TOGETHER;
        }

        int values() {
            return rows.stream().mapToInt(row -> row.length).sum();
        }

        String withAllRows() {
            if (rows.size() == 1) {
                return text;
            }
            Matcher row = ROW.matcher(text);
            row.find();
            return text.substring(0, row.end(1)) + (", " + row.group(1)).repeat(rows.size() - 1) + text.substring(row.end(1));
        }
    }

    Writes(JdbcTemplate template) {
        this.template = template;
    }

    /** An insert of several rows must not meet the same key twice. */
    public void add(String statement, Object... values) {
        Statement last = statements.isEmpty() ? null : statements.get(statements.size() - 1);
        if (last != null && last.takes(statement, values)) {
            last.rows().add(values);
        } else {
            statements.add(Statement.of(statement, values));
        }
    }

    /** The same for each row. */
    public void addAll(String statement, List<Object[]> rows) {
        rows.forEach(row -> add(statement, row));
    }

    public void send() {
        int from = 0;
        int values = 0;
        for (int to = 0; to < statements.size(); to++) {
            int more = statements.get(to).isCopied() ? MOST_VALUES : statements.get(to).values();
            boolean alone = more >= MANY_VALUES || values >= MANY_VALUES;
            if (to > from && (alone || to - from == TOGETHER || values + more > MOST_VALUES)) {
                send(statements.subList(from, to));
                from = to;
                values = 0;
            }
            values += more;
        }
        if (from < statements.size()) {
            send(statements.subList(from, statements.size()));
        }
        statements.clear();
    }

    private void send(List<Statement> portion) {
        if (portion.get(0).isCopied()) {
            template.execute((ConnectionCallback<Void>) connection -> {
                Copy.send(connection, portion.get(0).copy(), portion.get(0).rows());
                return null;
            });
            return;
        }
        String text = String.join(";\n", portion.stream().map(Statement::withAllRows).toList());
        template.execute(text, (PreparedStatementCallback<Void>) prepared -> {
            set(prepared, portion);
            prepared.execute();
            return null;
        });
    }

    private static void set(PreparedStatement prepared, List<Statement> portion) throws SQLException {
        int place = 1;
        for (Statement statement : portion) {
            for (Object[] row : statement.rows()) {
                for (Object value : row) {
                    prepared.setObject(place++, value);
                }
            }
        }
    }
}
