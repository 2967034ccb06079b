package org.zhitongche.appeal;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.db.Database;

/** What a firm wrote and handed in, with what gives it away taken out, for those who must not know it. */
final class FirmsWords {

    private static final List<String> WRITTEN = List.of(Change.TextKind.TITLE.name(), Change.TextKind.TEXT.name(),
            Change.TextKind.SUPPLEMENT.name(), Change.TextKind.COMMENT.name());

    private final Database database;
    private final UUID appeal;
    private final Mask mask;

    /** @param said how the firm named itself */
    FirmsWords(Database database, Appeal appeal, Reachable said) {
        this.database = database;
        this.appeal = appeal.id;
        this.mask = Mask.of(appeal.uscc, registered(appeal.uscc), said.firm(), said.phone(), said.email());
    }

    private String registered(String uscc) {
        return database.sql().sql("select name from enterprise where uscc = ?").param(uscc).query(String.class).optional().orElse(null);
    }

    /** The texts of departments and of the centre stay as they are. */
    Map<UUID, String> hide(Map<UUID, String> texts) {
        Map<UUID, String> hidden = new HashMap<>(texts);
        database.sql().sql("select id from appeal_content where appeal_id = :appeal and kind in (:written)").param("appeal", appeal).param("written", WRITTEN)
                .query(UUID.class).list().forEach(id -> hidden.computeIfPresent(id, (same, text) -> mask.apply(text)));
        return hidden;
    }

    /** The names of its files; what stands in them nobody can take out. */
    Map<UUID, AppealReads.File> hideNames(Map<UUID, AppealReads.File> files) {
        Map<UUID, AppealReads.File> hidden = new LinkedHashMap<>();
        files.forEach((id, file) -> hidden.put(id, new AppealReads.File(file.id(), file.appeal(), file.blob(), mask.apply(file.name()), file.contentType(),
                file.size(), file.inert())));
        return hidden;
    }
}
