package org.zhitongche.db;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.PreparedStatementCallback;

/**
 * Statements of one transaction that need no answer, kept and then sent together: one way to the server and back for all
 * of them. They are carried out in their order; what is read before they are sent does not see them.
 */
public final class Writes {

    /** Beyond this many they go in portions, so that neither statement nor answers grow without bound. */
    private static final int TOGETHER = 100;

    private final JdbcTemplate template;
    private final List<String> statements = new ArrayList<>();
    private final List<Object[]> values = new ArrayList<>();

    Writes(JdbcTemplate template) {
        this.template = template;
    }

    public void add(String statement, Object... values) {
        this.statements.add(statement);
        this.values.add(values);
    }

    /** The same for each row. */
    public void addAll(String statement, List<Object[]> rows) {
        rows.forEach(row -> add(statement, row));
    }

    public void send() {
        if (statements.stream().distinct().count() == 1) {
            template.batchUpdate(statements.get(0), values);
        } else {
            sendInPortions();
        }
        statements.clear();
        values.clear();
    }

    private void sendInPortions() {
        for (int from = 0; from < statements.size(); from += TOGETHER) {
            send(from, Math.min(from + TOGETHER, statements.size()));
        }
    }

    private void send(int from, int to) {
        template.execute(String.join(";\n", statements.subList(from, to)), (PreparedStatementCallback<Void>) statement -> {
            set(statement, values.subList(from, to));
            statement.execute();
            return null;
        });
    }

    private static void set(PreparedStatement statement, List<Object[]> all) throws SQLException {
        int place = 1;
        for (Object[] row : all) {
            for (Object value : row) {
                statement.setObject(place++, value);
            }
        }
    }
}
