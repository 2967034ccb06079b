package org.zhitongche.notice;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.zhitongche.db.StartFailure;

/** The mails' wording, from {@code config/templates/<kind>.txt}, read at start. */
public final class Templates {

    private final Map<String, Template> templates;

    private Templates(Map<String, Template> templates) {
        this.templates = Map.copyOf(templates);
    }

    public static Templates load(Path folder) {
        Map<String, Template> templates = new HashMap<>();
        try (Stream<Path> files = Files.list(folder)) {
            files.filter(file -> file.toString().endsWith(".txt")).forEach(file -> {
                String kind = file.getFileName().toString().replaceAll("\\.txt$", "");
                templates.put(kind, read(kind, file));
            });
        } catch (IOException e) {
            throw new StartFailure("the notices in " + folder + " cannot be read", "start in the folder that holds config/", e);
        }
        NoticeTable.MAILS.stream().filter(kind -> !templates.containsKey(kind)).findFirst().ifPresent(kind -> {
            throw new StartFailure("the notice " + folder.resolve(kind + ".txt") + " is missing", "put it back from the delivery");
        });
        return new Templates(templates);
    }

    private static Template read(String kind, Path file) {
        try {
            return Template.parse(kind, Files.readString(file));
        } catch (IOException | IllegalArgumentException e) {
            throw new StartFailure("the notice " + file + " makes no sense (" + e.getMessage() + ")", "correct it", e);
        }
    }

    Template get(String kind) {
        Template template = templates.get(kind);
        if (template == null) {
            throw new NoticeRefused(kind + ": there is no such notice");
        }
        return template;
    }
}
