package org.zhitongche.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpResponseException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.directory.UnknownCode;

/** The one place where an exception becomes an answer: a page, or a problem document (RFC 9457) for programs. */
final class Errors {

    private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

    /** What is told: never more than the status and a sentence. */
    record Failure(int status, String sentence, String incident, Map<String, Object> more) {
    }

    private final Site site;

    Errors(Site site) {
        this.site = site;
    }

    void register(RoutesConfig routes) {
        routes.exception(HttpResponseException.class, this::answer);
        routes.exception(Exception.class, this::answer);
    }

    void answer(Throwable cause, Context request) {
        Failure failure = judge(cause, request);
        request.status(failure.status());
        if (failure.status() == 413) {
            site.uploads().drain(request);
        }
        try {
            tell(failure, request);
        } catch (RuntimeException e) {
            LOG.error("The page for error {} cannot be shown", failure.status(), e);
            request.contentType("text/plain; charset=utf-8").result(failure.sentence());
        }
    }

    private Failure judge(Throwable cause, Context request) {
        if (cause instanceof Problem problem) {
            return new Failure(problem.status(), site.words().get(problem.key(), problem.args()), null, problem.more());
        }
        if (cause instanceof Refusal refusal) {
            int status = refusal.rule().startsWith("field.") ? 422 : 409;
            return new Failure(status, Refusals.sentence(refusal, site.words()), null, Map.of("rule", refusal.rule()));
        }
        if (cause instanceof UnknownCode) {
            return new Failure(422, cause.getMessage(), null, Map.of());
        }
        if (cause instanceof TooMany tooMany) {
            request.header("Retry-After", String.valueOf(tooMany.retryAfterSeconds()));
            return plain(429, tooMany.retryAfterSeconds());
        }
        if (cause instanceof Unknown) {
            site.looks().refused(Visit.of(request, site).viewer(), request.path());
            return plain(404);
        }
        if (cause instanceof NotFound) {
            return plain(404);
        }
        if (cause instanceof HttpResponseException known && known.getStatus() < 500) {
            return plain(known.getStatus());
        }
        if (Uploads.isTooLarge(cause)) {
            return judge(site.uploads().tooLarge(request), request);
        }
        return unforeseen(cause, request);
    }

    private Failure unforeseen(Throwable cause, Context request) {
        String incident = Digests.newToken().substring(0, 8);
        LOG.error("Incident {}: {} {} failed", incident, request.method(), request.path(), cause);
        return new Failure(500, site.words().get("error.500"), incident, Map.of());
    }

    private Failure plain(int status, Object... args) {
        String key = site.words().has("error." + status) ? "error." + status : "error.other";
        return new Failure(status, site.words().get(key, args), null, Map.of());
    }

    private void tell(Failure failure, Context request) {
        if (request.path().startsWith("/api/") || request.path().startsWith("/health/")) {
            document(failure, request);
        } else {
            Visit visit = Visit.of(request, site);
            visit.page(visit.isHtmx() ? "part/failure.jte" : "error.jte", Map.of("failure", failure.sentence(),
                "status", failure.status(), "incident", failure.incident() == null ? "" : failure.incident()));
        }
    }

    private void document(Failure failure, Context request) {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("status", failure.status());
        problem.put("title", failure.sentence());
        if (failure.incident() != null) {
            problem.put("instance", "urn:incident:" + failure.incident());
        }
        problem.putAll(failure.more());
        request.contentType("application/problem+json").result(Rendering.json(site.json(), problem));
    }
}
