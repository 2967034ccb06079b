package org.zhitongche.directory;

/** A code that the directory does not know; its message names field and code for the person who sent it. */
public final class UnknownCode extends IllegalArgumentException {
    UnknownCode(String what, String code) {
        super("未知的" + what + "：" + code);
    }
}
