package org.zhitongche.papers;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a paper can be had as. */
public enum Format {
    PDF("application/pdf"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document");

    private final String contentType;

    Format(String contentType) {
        this.contentType = contentType;
    }

    public String contentType() {
        return contentType;
    }

    /** As it stands in addresses and at the end of file names. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Format> find(String key) {
        return Arrays.stream(values()).filter(format -> format.key().equals(key)).findFirst();
    }
}
