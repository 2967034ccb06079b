package org.zhitongche.web.firm;

import org.zhitongche.web.Form;

/** The mark of a form, by which a double click counts once. */
final class Once {

    private Once() {
    }

    /** Null for a form that carries none. */
    static String of(Form form) {
        String once = form.text("once");
        return once.matches("[0-9a-f-]{36}") ? once : null;
    }
}
