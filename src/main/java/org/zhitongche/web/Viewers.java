package org.zhitongche.web;

import io.javalin.http.Context;

/** Finds out who is looking; asked once per request. */
@FunctionalInterface
public interface Viewers {
    Viewer of(Context request);
}
