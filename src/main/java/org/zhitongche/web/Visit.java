package org.zhitongche.web;

import io.javalin.http.Context;
import io.javalin.http.UploadedFile;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.words.Words;

/** One request of one viewer, and the ways to answer it. */
public final class Visit {

    private static final String KEY = "visit";

    private final Context request;
    private final Site site;
    private final Viewer viewer;

    private Visit(Context request, Site site) {
        this.request = request;
        this.site = site;
        this.viewer = site.viewers().of(request);
    }

    /** The same visit for the same request. */
    static Visit of(Context request, Site site) {
        Visit visit = request.attribute(KEY);
        if (visit == null) {
            visit = new Visit(request, site);
            request.attribute(KEY, visit);
        }
        return visit;
    }

    public Viewer viewer() {
        return viewer;
    }

    public Context request() {
        return request;
    }

    public Words words() {
        return site.words();
    }

    public boolean isHtmx() {
        return "true".equals(request.header("HX-Request"));
    }

    public boolean isApi() {
        return request.path().startsWith("/api/");
    }

    /** The address from which the request comes, beyond proxies that are trusted. */
    public String address() {
        return Addresses.of(request, site.settings().proxies());
    }

    public String path(String name) {
        return request.pathParam(name);
    }

    /** An id in the address; what is no id is as unknown as one that does not exist. */
    public UUID id(String name) {
        try {
            return UUID.fromString(path(name));
        } catch (IllegalArgumentException e) {
            throw new NotFound(path(name));
        }
    }

    public Optional<String> query(String name) {
        return Optional.ofNullable(request.queryParam(name)).map(String::strip).filter(s -> !s.isEmpty());
    }

    public Form form() {
        return Form.of(request.formParamMap());
    }

    /** Uploaded files of a field, without the empty one that browsers send for none. */
    public List<UploadedFile> files(String name) {
        List<UploadedFile> files = request.uploadedFiles(name).stream().filter(f -> f.size() > 0).toList();
        files.forEach(file -> site.uploads().refuseFile(request, file.size()));
        return files;
    }

    /** The document a program sent, below the limit. */
    public byte[] body() throws IOException {
        return site.uploads().body(request);
    }

    /** Answers with a whole page; the template gets {@code page} beside the given parameters. */
    public void page(String template, Map<String, ?> params) {
        Map<String, Object> all = new HashMap<>(params);
        all.put("page", new Page(this, site));
        request.contentType("text/html; charset=utf-8").result(Rendering.of(site.templates(), template, all));
    }

    public void page(String template) {
        page(template, Map.of());
    }

    public Visit status(int status) {
        request.status(status);
        return this;
    }

    public void json(Object document) {
        request.contentType("application/json").result(Rendering.json(site.json(), document));
    }

    /** A file to keep; never opened inside the site. */
    public void download(String name, String contentType, InputStream content) {
        request.contentType(contentType)
            .header("Content-Disposition", Downloads.disposition(name))
            .header("Content-Security-Policy", "default-src 'none'; sandbox")
            .result(content);
    }

    /** A file to keep that is made while it is sent; what fails after its beginning breaks it off. */
    public void send(String name, String contentType, Consumer<OutputStream> content) {
        request.contentType(contentType)
            .header("Content-Disposition", Downloads.disposition(name))
            .header("Content-Security-Policy", "default-src 'none'; sandbox");
        content.accept(request.outputStream());
    }

    /** Sends on with 303, or by htmx's own header. */
    public void redirect(String to) {
        if (isHtmx()) {
            request.header("HX-Redirect", to).status(200);
        } else {
            request.header("Location", to).status(303);
        }
    }

    /** A message that the next page shows once: of {@code good}, {@code bad} or {@code note}. */
    public Visit flash(String tone, String key, Object... args) {
        Flash.add(request, site, new Flash(tone, words().get(key, args)));
        return this;
    }

    /** Logs that this viewer looked at this appeal. */
    public void looksAt(UUID appeal, String purpose) {
        site.looks().at(viewer, appeal, request.path(), purpose);
    }

    /** To be thrown for what is not there or not theirs: the answer is the same, the attempt is logged. */
    public NotFound unknown(Object what) {
        site.looks().refused(viewer, request.path());
        return new NotFound(String.valueOf(what));
    }

    /** The files uploaded in a field, each with its true type and a name that is safe to show. */
    public List<Attachment> attachments(String field) {
        return files(field).stream().map(file -> Attached.of(file, site.settings().maxFile())).toList();
    }
}
