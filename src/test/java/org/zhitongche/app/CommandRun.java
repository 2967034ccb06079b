package org.zhitongche.app;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.zhitongche.db.TestDatabase;

/** A command as somebody types it, on a database of the tests: what it said and its exit code. */
record CommandRun(int exit, String out, String err) {

    /** @param data where its heads and secrets are; no broker and no mail server runs beside it */
    static CommandRun on(TestDatabase database, Path data, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        for (String set : List.of("database.url=" + database.url(), "database.user=" + database.user(), "database.password=" + database.password(),
                "data.dir=" + data, "mail.imap.port=1")) {
            all.addAll(List.of("--set", set));
        }
        return of(all.toArray(String[]::new));
    }

    static CommandRun of(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int exit = Main.line(new PrintWriter(out, true), new PrintWriter(err, true)).execute(args);
        return new CommandRun(exit, out.toString(), err.toString());
    }
}
