package org.zhitongche.db;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.sql.SQLException;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.postgresql.copy.CopyManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Writes all tables as one snapshot shows them. */
final class BackupWriter {
    private final Database database;
    private final Schema schema;

    BackupWriter(Database database) {
        this.database = database;
        this.schema = new Schema(database);
    }

    /** Under another name until it is whole and on disk; readable by its owner only, for it holds what firms confided. */
    Backup.Contents write(Path file) {
        if (Files.exists(file)) {
            throw new StartFailure("the file " + file + " exists already", "name another one");
        }
        Path unfinished = null;
        try {
            unfinished = Access.secretFile(file.getParent(), "");
            Backup.Contents contents;
            try (FileChannel channel = FileChannel.open(unfinished, StandardOpenOption.WRITE)) {
                contents = write(new BufferedOutputStream(Channels.newOutputStream(channel)));
                channel.force(true);
            }
            Files.move(unfinished, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure("the backup cannot be written to " + file + " (" + e.getMessage() + ")",
                    "make the folder writable and make room there", e);
        } finally {
            discard(unfinished);
        }
    }

    private Backup.Contents write(OutputStream target) {
        TransactionTemplate oneMoment = database.tx();
        oneMoment.setIsolationLevel(TransactionDefinition.ISOLATION_REPEATABLE_READ);
        oneMoment.setReadOnly(true);
        return oneMoment.execute(status -> {
            try {
                return writeTables(target);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            } catch (SQLException e) {
                throw new StartFailure("the database could not be read (" + e.getMessage() + ")", "start it and try again", e);
            }
        });
    }

    private Backup.Contents writeTables(OutputStream target) throws IOException, SQLException {
        ZipOutputStream zip = new ZipOutputStream(target);
        CopyManager copy = Backup.connection(database).getCopyAPI();
        String takenAt = new DatabaseClock(database).instant().toString();
        Map<String, Long> rows = new TreeMap<>();
        for (Schema.Table table : schema.listTables()) {
            zip.putNextEntry(new ZipEntry(Backup.entry(table.name())));
            rows.put(table.name(), copy.copyOut("copy %s (%s) to stdout".formatted(table.name(), table.columns()), new Unclosed(zip)));
            zip.closeEntry();
        }
        // Sequences stand outside of any snapshot: read last, they are never behind the rows.
        var contents = new Backup.Contents(Backup.FORMAT, takenAt, schema.listSteps(), rows, schema.sequences());
        zip.putNextEntry(new ZipEntry(Backup.CONTENTS));
        zip.write(Backup.JSON.writerWithDefaultPrettyPrinter().writeValueAsBytes(contents));
        zip.finish();
        zip.flush();
        return contents;
    }

    private static void discard(Path unfinished) {
        try {
            if (unfinished != null) {
                Files.deleteIfExists(unfinished);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** An entry of the file, which whoever writes it must not close with the file. */
    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
