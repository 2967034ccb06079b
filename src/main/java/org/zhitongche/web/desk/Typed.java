package org.zhitongche.web.desk;

import org.zhitongche.web.Form;

/**
 * What was typed into one of the case file's forms, with why it did not go through.
 *
 * @param action which form, null when the page is shown first
 */
public record Typed(String action, Form form) {

    public static final Typed NOTHING = new Typed(null, Form.empty());

    public boolean is(String wanted) {
        return wanted.equals(action);
    }
}
