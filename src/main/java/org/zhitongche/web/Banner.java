package org.zhitongche.web;

/**
 * An alarm across the page for those whose matter it is.
 *
 * @param text what happened, already in words
 * @param link where to see more, or null
 */
public record Banner(String text, String link) {
}
