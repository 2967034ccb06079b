package org.zhitongche.web.desk;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.zhitongche.appeal.AppealReads.Key;

/** Where a page of a list ended, as it stands in an address. */
public final class Cursor {

    private Cursor() {
    }

    public static String of(Instant at, UUID id) {
        return at + "_" + id;
    }

    /** Null for none; what is no cursor starts the list anew. */
    public static Key read(String text) {
        int gap = text.indexOf('_');
        if (gap < 0) {
            return null;
        }
        try {
            return new Key(Instant.parse(text.substring(0, gap)), UUID.fromString(text.substring(gap + 1)));
        } catch (DateTimeException | IllegalArgumentException e) {
            return null;
        }
    }
}
