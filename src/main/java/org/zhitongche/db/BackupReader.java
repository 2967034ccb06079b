package org.zhitongche.db;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reads a backup into an empty database, in one transaction. */
final class BackupReader {
    private final Database database;
    private final JdbcClient sql;
    private final Schema schema;

    BackupReader(Database database) {
        this.database = database;
        this.sql = database.sql();
        this.schema = new Schema(database);
    }

    Backup.Contents restore(Path file) {
        try (ZipFile zip = new ZipFile(file.toFile())) {
            Backup.Contents contents = contents(zip, file);
            if (schema.isEmpty()) {
                database.migrate();
            }
            refuseOtherSchema(contents, file);
            try (FreshSchema fresh = new FreshSchema(database)) {
                database.tx().executeWithoutResult(status -> fill(zip, contents, fresh));
            }
            return contents;
        } catch (IOException | UncheckedIOException e) {
            throw new StartFailure("the backup " + file + " cannot be read (" + e.getMessage() + ")",
                    "give a whole file that backup has written", e);
        }
    }

    private static Backup.Contents contents(ZipFile zip, Path file) throws IOException {
        ZipEntry entry = zip.getEntry(Backup.CONTENTS);
        if (entry == null) {
            throw new StartFailure(file + " is no backup of this platform", "give a file that backup has written");
        }
        try (InputStream json = zip.getInputStream(entry)) {
            return Backup.JSON.readValue(json, Backup.Contents.class);
        }
    }

    private void refuseOtherSchema(Backup.Contents contents, Path file) {
        List<String> ours = schema.listSteps();
        if (contents.format() != Backup.FORMAT || !contents.schema().equals(ours)) {
            throw new StartFailure("the backup " + file + " has schema " + version(contents.schema()) + ", this release has " + version(ours),
                    "restore it with the release that wrote it, then start the newer one");
        }
    }

    private void fill(ZipFile zip, Backup.Contents contents, FreshSchema fresh) {
        List<Schema.Table> tables = schema.listTables();
        makeRoom(tables, fresh);
        List<Schema.ForeignKey> keys = schema.listForeignKeys();
        // Tables refer to each other in any order, circles included: the references are taken off and checked as a whole at the end.
        keys.forEach(key -> run("alter table " + key.table() + " drop constraint " + key.name()));
        tables.forEach(table -> run("alter table " + table.name() + " disable trigger user"));
        tables.forEach(table -> fill(zip, table, contents));
        tables.forEach(table -> run("alter table " + table.name() + " enable trigger user"));
        keys.forEach(key -> run("alter table " + key.table() + " add constraint " + key.name() + " " + key.definition()));
        contents.sequences().forEach((name, value) -> sql.sql("select setval(cast(:name as regclass), :value)")
                .param("name", name).param("value", value).query(Long.class).single());
        run("analyze " + names(tables));
    }

    /** What migrations have made goes, what anyone else has written is never touched; the locks keep it so until the end. */
    private void makeRoom(List<Schema.Table> tables, FreshSchema fresh) {
        run("lock table " + names(tables) + " in access exclusive mode");
        fresh.findUsed(tables).ifPresent(table -> {
            throw new StartFailure("the database already holds rows in " + table.name(),
                    "restore into an empty one: set another data.dir or database.url");
        });
        run("truncate " + names(tables));
    }

    private void fill(ZipFile zip, Schema.Table table, Backup.Contents contents) {
        ZipEntry entry = zip.getEntry(Backup.entry(table.name()));
        if (entry == null) {
            throw new StartFailure("the backup lacks the table " + table.name(), "give a whole file that backup has written");
        }
        try (InputStream rows = zip.getInputStream(entry)) {
            long count = Backup.connection(database).getCopyAPI()
                    .copyIn("copy %s (%s) from stdin".formatted(table.name(), table.columns()), rows);
            if (count != contents.rows().get(table.name())) {
                throw new StartFailure("the backup lacks rows of " + table.name() + " (" + count + " of "
                        + contents.rows().get(table.name()) + ")", "give a whole file that backup has written");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new StartFailure("the rows of " + table.name() + " could not be put back (" + e.getMessage().lines().findFirst().orElse("") + ")",
                    "give an unaltered file that backup has written", e);
        }
    }

    private void run(String statement) {
        sql.sql(statement).update();
    }

    private static String names(List<Schema.Table> tables) {
        return tables.stream().map(Schema.Table::name).collect(Collectors.joining(", "));
    }

    private static String version(List<String> steps) {
        return steps.isEmpty() ? "none" : steps.get(steps.size() - 1).replaceFirst(":.*", "");
    }
}
