package org.zhitongche.documents;

/**
 * One thing that is wrong with a document.
 *
 * @param field   where, such as {@code enterprise.uscc}; null where it is about the whole
 * @param rule    the rule's name
 * @param message for people
 */
public record Fault(String field, String rule, String message) {

    @Override
    public String toString() {
        return message;
    }
}
