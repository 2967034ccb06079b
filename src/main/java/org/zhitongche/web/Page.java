package org.zhitongche.web;

import gg.jte.Content;
import gg.jte.html.OwaspHtmlTemplateOutput;
import gg.jte.output.StringOutput;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What every template knows: the words, who is looking, and what the layout needs. */
public final class Page {

    private static final ZoneId ZONE = ZoneId.of("Asia/Shanghai");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Visit visit;
    private final Site site;

    Page(Visit visit, Site site) {
        this.visit = visit;
        this.site = site;
    }

    public String say(String key, Object... args) {
        return site.words().get(key, args);
    }

    /** The words of a key that comes from data, else what stands in for them. */
    public String sayOr(String key, String otherwise) {
        return site.words().find(key).orElse(otherwise);
    }

    /** The words of an enum constant, under {@code <prefix>.<NAME>}. */
    public String of(String prefix, Enum<?> constant) {
        return constant == null ? "—" : site.words().of(prefix, constant);
    }

    /** The words of a key, or the text itself where there are none. */
    public String or(String key, String text) {
        return site.words().find(key).orElse(text);
    }

    public Viewer viewer() {
        return visit.viewer();
    }

    public boolean may(Guard guard) {
        return guard.admits(viewer());
    }

    public boolean has(Surface surface) {
        return site.settings().mounts(surface);
    }

    /** Draws a part now, to be put further down: what stands above it then knows what it holds. */
    public Content drawn(Content part) {
        StringOutput drawn = new StringOutput();
        part.writeTo(new OwaspHtmlTemplateOutput(drawn));
        return output -> output.writeContent(drawn.toString());
    }

    public String csrf() {
        return site.forgery().token(visit.request());
    }

    public String asset(String name) {
        return site.assets().address(name);
    }

    public List<NavItem> nav() {
        return site.nav().stream().filter(item -> item.guard().admits(viewer())).toList();
    }

    public List<NavEntry> navEntries() {
        return NavEntry.of(nav());
    }

    /** The most exact of the navigation's links to this page, so that only one is marked. */
    public boolean isCurrent(NavItem item) {
        String at = visit.request().path();
        return item.isCurrent(at) && nav().stream()
            .noneMatch(other -> other.path().length() > item.path().length() && other.isCurrent(at));
    }

    public List<Flash> flashes() {
        return Flash.take(visit.request(), site);
    }

    public List<Banner> banners() {
        return viewer().isKnown() ? site.banners().apply(viewer()) : List.of();
    }

    public String time(Instant instant) {
        return instant == null ? "—" : TIME.format(instant.atZone(ZONE));
    }

    public String date(Instant instant) {
        return instant == null ? "—" : instant.atZone(ZONE).toLocalDate().toString();
    }

    public String date(LocalDate date) {
        return date == null ? "—" : date.toString();
    }

    /** As it is typed elsewhere, e.g. into another browser. */
    public String address(String path) {
        return site.settings().publicAddress() + path;
    }

    /** Bytes that one uploaded file may have. */
    public long largestFile() {
        return site.settings().maxFile();
    }

    /** Bytes that all files of a form may have, with what else is sent along. */
    public long largestUpload() {
        return site.settings().maxUpload();
    }

    public String path() {
        return visit.request().path();
    }

    public String query(String name) {
        return visit.query(name).orElse("");
    }

    /** This page's address with one query parameter set, or dropped for null. */
    public String with(String name, String value) {
        Map<String, List<String>> params = new LinkedHashMap<>(visit.request().queryParamMap());
        params.remove(name);
        if (value != null) {
            params.put(name, List.of(value));
        }
        List<String> pairs = new ArrayList<>();
        params.forEach((key, values) -> values.forEach(v -> pairs.add(encode(key) + "=" + encode(v))));
        return path() + (pairs.isEmpty() ? "" : "?" + String.join("&", pairs));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
