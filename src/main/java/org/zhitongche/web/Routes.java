package org.zhitongche.web;

import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.ArrayList;
import java.util.List;

/** Where features put their pages: each route has its guard, each changing one its forgery check. */
public final class Routes {

    private final RoutesConfig javalin;
    private final Site site;
    private final List<String> registered = new ArrayList<>();

    Routes(RoutesConfig javalin, Site site) {
        this.javalin = javalin;
        this.site = site;
    }

    /** Answers one request. */
    @FunctionalInterface
    public interface Answer {
        void to(Visit visit) throws Exception;
    }

    public void get(String path, Guard guard, Answer answer) {
        registered.add("GET " + path);
        javalin.get(path, guarded(guard, answer));
    }

    public void post(String path, Guard guard, Answer answer) {
        registered.add("POST " + path);
        javalin.post(path, guarded(guard, visit -> {
            site.forgery().refuse(visit);
            answer.to(visit);
        }));
    }

    /** Takes one file that may be larger than an attachment. @param most its bytes */
    public void upload(String path, Guard guard, long most, Answer answer) {
        site.uploads().allow(path, most);
        post(path, guard, answer);
    }

    /** Method and path of each, in order. */
    List<String> registered() {
        return List.copyOf(registered);
    }

    private Handler guarded(Guard guard, Answer answer) {
        return request -> {
            Visit visit = Visit.of(request, site);
            if (guard.admits(visit.viewer())) {
                answer.to(visit);
            } else {
                turnAway(visit, request);
            }
        };
    }

    private void turnAway(Visit visit, Context request) {
        if (visit.viewer().isKnown()) {
            site.looks().refused(visit.viewer(), request.path());
            throw new NotFound(request.path());
        }
        if (visit.isApi()) {
            request.header("WWW-Authenticate", "Bearer");
            throw new Problem(401, "error.401.api");
        }
        visit.redirect(SignIn.address(visit));
    }
}
