package org.zhitongche.web;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;

/** A part of the site that a node may mount or leave out: a firm's node in the Internet zone has no desk. */
public enum Surface {
    FIRM("/"), DESK("/desk"), ADMIN("/admin"), API("/api/v1");

    private final String home;

    Surface(String home) {
        this.home = home;
    }

    public String home() {
        return home;
    }

    /** Reads the setting {@code web.surfaces}, e.g. {@code firm,api}. */
    public static Set<Surface> parse(String setting) {
        Set<Surface> surfaces = EnumSet.noneOf(Surface.class);
        for (String name : setting.split(",")) {
            surfaces.add(named(name.strip()));
        }
        return surfaces;
    }

    private static Surface named(String name) {
        return Arrays.stream(values()).filter(s -> s.name().toLowerCase(Locale.ROOT).equals(name)).findFirst()
            .orElseThrow(() -> new IllegalArgumentException("web.surfaces: there is no surface \"" + name
                + "\"; use any of firm, desk, admin, api, separated by commas"));
    }
}
