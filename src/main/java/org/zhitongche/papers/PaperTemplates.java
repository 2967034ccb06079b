package org.zhitongche.papers;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.db.StartFailure;

/** The papers' wording, from {@code config/templates/papers/<kind>.txt}, read and looked through at the start. */
public final class PaperTemplates {

    private final Map<PaperKind, PaperTemplate> templates;

    private PaperTemplates(Map<PaperKind, PaperTemplate> templates) {
        this.templates = templates;
    }

    public static PaperTemplates load(Path folder) {
        Map<PaperKind, PaperTemplate> templates = new EnumMap<>(PaperKind.class);
        Arrays.stream(PaperKind.values()).forEach(kind -> {
            Path file = folder.resolve(kind.key() + ".txt");
            templates.put(kind, new PaperTemplateReader(kind, file).read(lines(file)));
        });
        return new PaperTemplates(templates);
    }

    private static List<String> lines(Path file) {
        try {
            return Files.readAllLines(file);
        } catch (IOException e) {
            throw new StartFailure("the paper " + file + " cannot be read", "put it back from the delivery, in UTF-8", e);
        }
    }

    PaperTemplate get(PaperKind kind) {
        return templates.get(kind);
    }
}
