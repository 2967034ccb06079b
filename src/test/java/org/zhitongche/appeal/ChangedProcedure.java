package org.zhitongche.appeal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The delivered procedure with a setting that is another one, as somebody might write it into the file. */
public final class ChangedProcedure {

    private ChangedProcedure() {}

    /** @param settings each like {@code send-back times: 3}; takes the place of what the rule said of it */
    public static Procedure with(String... settings) {
        try {
            List<String> lines = new ArrayList<>(Files.readAllLines(Path.of("config/procedure.yaml")));
            for (String setting : settings) {
                int space = setting.indexOf(' ');
                set(lines, setting.substring(0, space), setting.substring(space + 1));
            }
            Path file = Files.createTempFile("procedure", ".yaml");
            try {
                return Procedure.load(Files.write(file, lines), code -> true);
            } finally {
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void set(List<String> lines, String rule, String setting) {
        int at = 0;
        while (!lines.get(at).startsWith(rule + ":")) {
            at++;
        }
        String key = setting.substring(0, setting.indexOf(':') + 1);
        for (int n = at + 1; n < lines.size() && lines.get(n).startsWith(" "); n++) {
            if (lines.get(n).strip().startsWith(key)) {
                lines.remove(n);
            }
        }
        lines.add(at + 1, "  " + setting);
    }
}
