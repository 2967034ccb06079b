package org.zhitongche.web;

import java.util.ArrayList;
import java.util.List;

/**
 * What the header shows in one place: a link, or a group that opens to several.
 *
 * @param group null where it is one link by itself
 */
public record NavEntry(NavItem.Group group, List<NavItem> items) {

    /** Single links first, in their order; a group of which only one link is for this viewer is not worth opening. */
    static List<NavEntry> of(List<NavItem> items) {
        List<NavEntry> single = new ArrayList<>();
        List<NavEntry> groups = new ArrayList<>();
        items.stream().filter(item -> item.group() == null).forEach(item -> single.add(new NavEntry(null, List.of(item))));
        for (NavItem.Group group : NavItem.Group.values()) {
            List<NavItem> in = items.stream().filter(item -> item.group() == group).toList();
            if (in.size() == 1) {
                single.add(new NavEntry(null, in));
            } else if (!in.isEmpty()) {
                groups.add(new NavEntry(group, in));
            }
        }
        single.addAll(groups);
        return List.copyOf(single);
    }

    public NavItem link() {
        return items.get(0);
    }
}
