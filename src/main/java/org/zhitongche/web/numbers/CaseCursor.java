package org.zhitongche.web.numbers;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.zhitongche.stats.Case;

/** Where a page of cases ended, as it stands in an address. */
final class CaseCursor {

    private CaseCursor() {
    }

    static String of(Case.Key key) {
        return key.acceptedAt() + "_" + key.appeal() + (key.assignment() == null ? "" : "_" + key.assignment());
    }

    /** Null for none; what is no cursor starts the list anew. */
    static Case.Key read(String text) {
        String[] parts = text.split("_");
        if (parts.length < 2) {
            return null;
        }
        try {
            return new Case.Key(Instant.parse(parts[0]), UUID.fromString(parts[1]), parts.length > 2 ? UUID.fromString(parts[2]) : null);
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
