package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.function.Function;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.zhitongche.db.Database;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.web.Viewer;

/** An office for a test class, on a database of its own: {@code @RegisterExtension static final OpenOffice OPEN = new OpenOffice();} */
final class OpenOffice implements BeforeEachCallback, AfterAllCallback {

    private final TestDatabase database = new TestDatabase();
    private final Function<Database, Office> opening;
    private Viewer viewer;
    private Instant start;
    private Office office;

    OpenOffice() {
        this(database -> new Office(database));
    }

    OpenOffice(Function<Database, Office> opening) {
        this.opening = opening;
    }

    /** Before whom each test begins, with fresh cookies and nothing looked at. */
    OpenOffice seenBy(Viewer viewer) {
        this.viewer = viewer;
        return this;
    }

    /** When each test begins, however long the one before it has waited. */
    OpenOffice from(Instant start) {
        this.start = start;
        return this;
    }

    Office office() {
        if (office == null) {
            office = opening.apply(database.database());
        }
        return office;
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        if (viewer != null) {
            office().site.forgetCookies();
            office().site.looks.clear();
            office().site.viewer = viewer;
        }
        if (start != null) {
            office().desk.clock.set(start);
        }
    }

    @Override
    public void afterAll(ExtensionContext tests) {
        if (office != null) {
            office.close();
        }
        database.afterAll(tests);
    }
}
