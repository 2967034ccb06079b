package org.zhitongche.db;

import java.util.ArrayDeque;
import java.util.Deque;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A migrated database of its own for a test class: {@code @RegisterExtension static final TestDatabase db = new TestDatabase();} */
public final class TestDatabase implements AfterAllCallback {
    private final int poolSize;
    private final Deque<Runnable> closing = new ArrayDeque<>();
    private String name;
    private Database database;

    public TestDatabase() {
        this(8);
    }

    public TestDatabase(int poolSize) {
        this.poolSize = poolSize;
    }

    public synchronized Database database() {
        if (database == null) {
            database = open(name());
        }
        return database;
    }

    /** A second, equally fresh one. */
    public synchronized Database another() {
        return open(create(TestServer.get().newMigrated()));
    }

    /** One without any table. */
    public synchronized Database empty() {
        return open(create(TestServer.get().newEmpty()));
    }

    public synchronized String url() {
        return TestServer.get().url(name());
    }

    public String user() {
        return TestServer.get().user();
    }

    public String password() {
        return TestServer.get().password();
    }

    @Override
    public synchronized void afterAll(ExtensionContext context) {
        while (!closing.isEmpty()) {
            closing.pop().run();
        }
        database = null;
        name = null;
    }

    private String name() {
        if (name == null) {
            name = create(TestServer.get().newMigrated());
        }
        return name;
    }

    private String create(String created) {
        closing.push(() -> TestServer.get().drop(created));
        return created;
    }

    private Database open(String created) {
        Database opened = Database.open(TestServer.get().url(created), user(), password(), poolSize);
        closing.push(opened::close);
        return opened;
    }
}
