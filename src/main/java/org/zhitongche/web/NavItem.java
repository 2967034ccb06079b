package org.zhitongche.web;

/** A link in the header, shown to those whom the guard lets in; {@code key} names its words. */
public record NavItem(String path, String key, Guard guard) {

    boolean isCurrent(String at) {
        return at.equals(path) || (path.length() > 1 && at.startsWith(path + "/"));
    }
}
