package org.zhitongche.appeal;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** What a firm wrote and handed in, with what gives it away taken out, for those who must not know it. */
final class FirmsWords {

    private static final Set<Change.TextKind> WRITTEN = Set.of(Change.TextKind.TITLE, Change.TextKind.TEXT, Change.TextKind.SUPPLEMENT,
            Change.TextKind.COMMENT);

    private final Mask mask;

    FirmsWords(Mask mask) {
        this.mask = mask;
    }

    /** The texts of departments and of the centre stay as they are. */
    String hide(Texts.Said said) {
        return WRITTEN.contains(said.kind()) ? mask.apply(said.body()) : said.body();
    }

    Map<UUID, String> hide(Map<UUID, Texts.Said> texts) {
        Map<UUID, String> hidden = new HashMap<>();
        texts.forEach((id, said) -> hidden.put(id, hide(said)));
        return hidden;
    }

    /** Without those that the centre has not let through: what stands in them nobody can take out. */
    Map<UUID, AppealReads.File> hide(Map<UUID, AppealReads.File> files, Appeal appeal) {
        Set<UUID> held = new HashSet<>();
        appeal.heldFiles().forEach(file -> held.add(file.id()));
        Map<UUID, AppealReads.File> shown = new LinkedHashMap<>();
        files.forEach((id, file) -> {
            if (!held.contains(id)) {
                shown.put(id, new AppealReads.File(file.id(), file.appeal(), file.blob(), mask.apply(file.name()), file.contentType(), file.size(), file.inert()));
            }
        });
        return shown;
    }
}
