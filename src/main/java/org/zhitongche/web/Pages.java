package org.zhitongche.web;

import java.util.List;

/** A feature's pages on one surface; a surface that is not mounted registers none of them. */
public interface Pages {

    Surface surface();

    default boolean isMounted(WebSettings settings) {
        return settings.mounts(surface());
    }

    void register(Routes routes);

    /** What the feature adds to the navigation. */
    default List<NavItem> nav() {
        return List.of();
    }
}
