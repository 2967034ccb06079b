package org.zhitongche.directory;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The categories as known at one moment, those no longer in use included. Immutable. */
public final class Categories {
    private final Map<String, Category> byCode = new LinkedHashMap<>();

    public Categories(List<Category> categories) {
        categories.stream().sorted(Comparator.comparingInt(Category::sort))
                .forEach(category -> byCode.put(category.code(), category));
    }

    public List<Category> list() {
        return List.copyOf(byCode.values());
    }

    public List<Category> listActive() {
        return byCode.values().stream().filter(Category::active).toList();
    }

    public Optional<Category> find(String code) {
        return Optional.ofNullable(code == null ? null : byCode.get(code));
    }

    public Category get(String code) {
        return find(code).orElseThrow(() -> new UnknownCode("诉求类别", code));
    }
}
