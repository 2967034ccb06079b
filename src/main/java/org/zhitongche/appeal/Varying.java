package org.zhitongche.appeal;

import java.util.Map;

/** A value of the procedure that may differ by category and by type. @param standard for all that is not named */
record Varying<V>(V standard, Map<String, V> byCategory, Map<Type, V> byType) {

    static <V> Varying<V> always(V standard) {
        return new Varying<>(standard, Map.of(), Map.of());
    }

    /** The first that exists of category, type, standard; {@code category} may be null. */
    V of(Type type, String category) {
        V ofCategory = category == null ? null : byCategory.get(category);
        return ofCategory != null ? ofCategory : byType.getOrDefault(type, standard);
    }
}
