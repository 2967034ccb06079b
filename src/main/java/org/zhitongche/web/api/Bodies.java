package org.zhitongche.web.api;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.web.TooMany;
import org.zhitongche.web.Visit;

/** Reads documents, few large ones at a time: each stands in memory several times over while it is taken in. */
final class Bodies {

    private static final long LARGE = 1 << 20;
    private static final int AT_ONCE = 2;
    private static final int PATIENCE_SECONDS = 30;

    private final Semaphore large = new Semaphore(AT_ONCE, true);

    /** Does something with the body; what is wrong with it becomes a problem document. */
    interface Use {
        void of(String json);
    }

    void with(Visit visit, Use use) throws IOException, InterruptedException {
        long length = visit.request().req().getContentLengthLong();
        if (length >= 0 && length <= LARGE) {
            use(visit, use);
            return;
        }
        if (!large.tryAcquire(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            throw new TooMany(PATIENCE_SECONDS);
        }
        try {
            use(visit, use);
        } finally {
            large.release();
        }
    }

    private static void use(Visit visit, Use use) throws IOException {
        String json = new String(visit.body(), StandardCharsets.UTF_8);
        try {
            use.of(json);
        } catch (BadDocument bad) {
            throw Bad.problem(bad);
        }
    }
}
