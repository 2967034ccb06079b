package org.zhitongche.web;

/**
 * A link in the header, shown to those whom the guard lets in.
 *
 * @param key   names its words
 * @param group what it is found under, null where it stands by itself
 */
public record NavItem(String path, String key, Guard guard, Group group) {

    /** What the centre's many pages are gathered under; their order is the header's. */
    public enum Group { ARRIVALS, TRENDS, ASSIGNING, SYSTEM }

    public NavItem(String path, String key, Guard guard) {
        this(path, key, guard, null);
    }

    boolean isCurrent(String at) {
        return at.equals(path) || (path.length() > 1 && at.startsWith(path + "/"));
    }
}
