package org.zhitongche.appeal;

/** How the firm can be reached about this appeal; each part may be missing. */
public record Contact(String name, String phone, String email) {
    public static final Contact NONE = new Contact(null, null, null);
}
