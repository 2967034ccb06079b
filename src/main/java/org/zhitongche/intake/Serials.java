package org.zhitongche.intake;

import org.zhitongche.db.Database;

/** The serial in an appeal's public number: from the sequence, a block at a time; gaps are allowed, doubles are not. */
final class Serials {

    /** As the sequence's increment. */
    private static final int BLOCK = 20;

    private final Database database;
    private long next;
    private long end;

    Serials(Database database) {
        this.database = database;
    }

    synchronized long next() {
        if (next == end) {
            next = database.sql().sql("select nextval('appeal_serial')").query(Long.class).single();
            end = next + BLOCK;
        }
        return next++;
    }
}
