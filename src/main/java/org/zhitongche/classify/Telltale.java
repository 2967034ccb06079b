package org.zhitongche.classify;

import java.util.List;
import java.util.Map;

/** What words of a text tell: each of them, once any of its words stands there. */
record Telltale<K>(Map<K, List<String>> words) {

    /** Linear in the text. */
    List<K> in(String title, String text) {
        String all = (title == null ? "" : title) + "\n" + (text == null ? "" : text);
        return words.entrySet().stream().filter(each -> each.getValue().stream().anyMatch(all::contains)).map(Map.Entry::getKey).toList();
    }
}
