package org.zhitongche.web.api;

import java.io.InputStream;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Routes;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Visit;

/** The API's own description, with the schemas it names. */
final class DescriptionApi implements Pages {

    @Override
    public Surface surface() {
        return Surface.API;
    }

    @Override
    public void register(Routes routes) {
        routes.get("/api/v1/openapi.yaml", Guard.ANYONE, visit -> send(visit, "/openapi.yaml", "application/yaml; charset=utf-8"));
        routes.get("/api/v1/schemas/{name}", Guard.ANYONE, visit -> send(visit, schema(visit), "application/schema+json; charset=utf-8"));
    }

    private static String schema(Visit visit) {
        String name = visit.path("name");
        if (!name.matches("[a-z0-9-]{1,60}\\.schema\\.json")) {
            throw visit.unknown(name);
        }
        return "/schemas/" + name;
    }

    private static void send(Visit visit, String resource, String type) {
        InputStream in = DescriptionApi.class.getResourceAsStream(resource);
        if (in == null) {
            throw visit.unknown(resource);
        }
        visit.request().contentType(type).result(in);
    }
}
