package org.zhitongche.db;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import org.postgresql.PGConnection;
import org.springframework.jdbc.datasource.DataSourceUtils;

/** The whole database with its blobs as it was at one moment, in one file, and back into an empty one. */
public final class Backup {
    /** What a backup says of itself. {@code schema}: its migrations, as version and checksum. */
    public record Contents(int format, String takenAt, List<String> schema, Map<String, Long> rows, Map<String, Long> sequences) {
        public long totalRows() {
            return rows.values().stream().mapToLong(Long::longValue).sum();
        }
    }

    static final int FORMAT = 1;
    static final String CONTENTS = "contents.json";
    static final ObjectMapper JSON = new ObjectMapper();

    private Backup() {
    }

    /** Work goes on meanwhile; what it changes after the first look is not in the file. */
    public static Contents write(Database database, Path file) {
        return new BackupWriter(database).write(file.toAbsolutePath());
    }

    /** All or nothing. The database may be without any table, but not with any row. */
    public static Contents restore(Database database, Path file) {
        return new BackupReader(database).restore(file.toAbsolutePath());
    }

    static String entry(String table) {
        return "tables/" + table + ".copy";
    }

    static PGConnection connection(Database database) {
        Connection connection = DataSourceUtils.getConnection(database.dataSource());
        try {
            return connection.unwrap(PGConnection.class);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        } finally {
            DataSourceUtils.releaseConnection(connection, database.dataSource());
        }
    }
}
