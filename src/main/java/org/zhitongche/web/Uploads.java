package org.zhitongche.web;

import io.javalin.http.Context;
import jakarta.servlet.MultipartConfigElement;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;

/**
 * Keeps requests below the limits. What is too large is read to its end and thrown away before the answer:
 * a browser that is still sending would otherwise show a broken connection and not our page.
 */
final class Uploads {

    /** A document for the API carries its files in base64. */
    private static final double DOCUMENT = 1.4;
    private static final long PATIENCE = 256L << 20;
    /** Of the fields that come with a file. */
    private static final long FIELDS = 1 << 20;
    private static final int IN_MEMORY = 64 << 10;

    private final WebSettings settings;
    private final Map<String, Long> larger = new ConcurrentHashMap<>();

    Uploads(WebSettings settings) {
        this.settings = settings;
    }

    /** One file of so many bytes at this path. */
    void allow(String path, long most) {
        larger.put(path, most);
    }

    /** Before anything is read, by what the request says of itself. The API does so where it reads, since it counts what it refuses. */
    void refuseByLength(Context request) {
        if (larger.containsKey(request.path())) {
            request.attribute(ServletContextRequest.MULTIPART_CONFIG_ELEMENT,
                new MultipartConfigElement(System.getProperty("java.io.tmpdir"), larger.get(request.path()), most(request), IN_MEMORY));
        }
        if (!isDocument(request)) {
            refuseLonger(request);
        }
    }

    private void refuseLonger(Context request) {
        if (request.req().getContentLengthLong() > most(request)) {
            throw tooLarge(request);
        }
    }

    private long most(Context request) {
        Long allowed = larger.get(request.path());
        return allowed != null ? allowed + FIELDS : isDocument(request) ? (long) (settings.maxUpload() * DOCUMENT) : settings.maxUpload();
    }

    private static boolean isDocument(Context request) {
        return request.path().startsWith("/api/");
    }

    void refuseFile(Context request, long size) {
        if (size > larger.getOrDefault(request.path(), settings.maxFile())) {
            throw tooLarge(request);
        }
    }

    /** The request's body, which fails beyond the limit even if nothing was said of its length. */
    byte[] body(Context request) throws IOException {
        refuseLonger(request);
        int most = (int) Math.min(most(request), Integer.MAX_VALUE - 16);
        byte[] bytes = request.req().getInputStream().readNBytes(most + 1);
        if (bytes.length > most) {
            throw tooLarge(request);
        }
        return bytes;
    }

    /** As the form says it. */
    Problem tooLarge(Context request) {
        Long allowed = larger.get(request.path());
        return allowed != null ? new Problem(413, "form.file-too-large", megabytes(allowed)) : new Problem(413, "error.413", megabytes(settings.maxFile()), megabytes(settings.maxUpload() - 1));
    }

    private static long megabytes(long bytes) {
        return bytes >> 20;
    }

    /** Reads what still comes, within reason. */
    void drain(Context request) {
        try {
            InputStream rest = request.req().getInputStream();
            rest.skip(PATIENCE);
        } catch (IOException | RuntimeException e) {
            // whoever sends hung up, or the reader gave up before: there is nothing left to be polite about
        }
    }

    /** Recognises a limit of the server's own reader, which tells it only by the words of its exception. */
    static boolean isTooLarge(Throwable cause) {
        for (Throwable t = cause; t != null; t = t.getCause()) {
            String text = String.valueOf(t.getMessage());
            if (text.contains("max length exceeded") || text.contains("max file size exceeded")
                    || text.contains("exceeds maximum")) {
                return true;
            }
        }
        return false;
    }
}
