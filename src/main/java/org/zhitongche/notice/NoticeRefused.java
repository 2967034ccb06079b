package org.zhitongche.notice;

/** A notice that would go out half empty or altered, and so does not go out; names the template and the variable. */
final class NoticeRefused extends RuntimeException {
    NoticeRefused(String message) {
        super(message, null, false, false);
    }
}
