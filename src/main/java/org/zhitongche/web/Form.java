package org.zhitongche.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.words.Words;

/** What was typed into a form, and what is wrong with it, so that the form can be shown again as it was left. */
public final class Form {

    /** Something wrong; the words stand under {@code key}. */
    public record Wrong(String key, List<Object> args) {
    }

    private final Map<String, List<String>> values = new HashMap<>();
    private final Map<String, Wrong> wrongs = new LinkedHashMap<>();
    private final Map<String, String> labels = new LinkedHashMap<>();

    private Form() {
    }

    public static Form empty() {
        return new Form();
    }

    static Form of(Map<String, List<String>> sent) {
        Form form = new Form();
        sent.forEach((name, values) -> form.values.put(name, new ArrayList<>(values)));
        return form;
    }

    /** Fills a field of a form that is shown first. */
    public Form with(String name, String value) {
        values.put(name, value == null ? List.of() : List.of(value));
        return this;
    }

    /** Several choices of one name. */
    public Form with(String name, List<String> chosen) {
        values.put(name, List.copyOf(chosen));
        return this;
    }

    /** What was typed, without the space around it; empty if nothing. */
    public String text(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0).strip().replace("\r\n", "\n");
    }

    /** As it was typed, for passwords. */
    public String exact(String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }

    public List<String> all(String name) {
        return values.getOrDefault(name, List.of()).stream().map(String::strip).filter(s -> !s.isEmpty()).toList();
    }

    public boolean has(String name, String value) {
        return values.getOrDefault(name, List.of()).contains(value);
    }

    public boolean ticked(String name) {
        return !text(name).isEmpty();
    }

    public String required(String name, int most) {
        check(!text(name).isEmpty(), name, "form.required");
        return optional(name, most);
    }

    public String optional(String name, int most) {
        String text = text(name);
        check(text.codePointCount(0, text.length()) <= most, name, "form.too-long", most);
        return text;
    }

    /** One of an enum's names; null, and wrong, for anything else. */
    public <E extends Enum<E>> E choice(String name, Class<E> type) {
        for (E constant : type.getEnumConstants()) {
            if (constant.name().equals(text(name))) {
                return constant;
            }
        }
        check(false, name, "form.choose");
        return null;
    }

    /** Notes what is wrong with a field unless the rule holds; the first wrong of a field counts. */
    public boolean check(boolean holds, String name, String key, Object... args) {
        if (!holds) {
            wrongs.putIfAbsent(name, new Wrong(key, List.of(args)));
        }
        return holds;
    }

    /** Notes that the action was refused, above the whole form. */
    public void refuse(Refusal refusal, Words words) {
        wrongs.put("", new Wrong("refusal." + refusal.rule(), List.of(Refusals.args(refusal, words))));
    }

    public boolean isWrong() {
        return !wrongs.isEmpty();
    }

    public boolean isWrong(String name) {
        return wrongs.containsKey(name);
    }

    public Wrong wrong(String name) {
        return wrongs.get(name);
    }

    public Map<String, Wrong> wrongs() {
        return wrongs;
    }

    /** In the order in which the page draws the fields; what belongs to none of them first. */
    public List<Map.Entry<String, Wrong>> wrongsAsDrawn() {
        List<String> drawn = List.copyOf(labels.keySet());
        return wrongs.entrySet().stream().sorted(Comparator.comparingInt(wrong -> drawn.indexOf(wrong.getKey()))).toList();
    }

    /** What the page calls a field; each field says it when it is drawn, so that the list of errors can name it. */
    public void call(String name, String label) {
        labels.put(name, label);
    }

    /** What the page calls a field, or null for one that it does not draw. */
    public String label(String name) {
        return labels.get(name);
    }
}
