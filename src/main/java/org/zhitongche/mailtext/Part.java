package org.zhitongche.mailtext;

import java.io.InputStream;
import java.util.List;

/** One node of a mail's structure: its headers, its type, and its body as a range of the raw mail. */
record Part(Headers headers, FieldParameters type, FieldParameters disposition, byte[] raw, int start, int end,
            List<Part> children) {

    String mediaType() {
        return type.value();
    }

    boolean isMultipart() {
        return !children.isEmpty();
    }

    boolean isMarkedAttachment() {
        return disposition.value().equals("attachment");
    }

    /** The name as sent, decoded but not cleaned; empty if none. */
    String fileName() {
        String name = disposition.get("filename");
        return name.isEmpty() ? type.get("name") : name;
    }

    InputStream open() {
        return TransferDecoding.open(headers.keyword("content-transfer-encoding"), raw, start, end);
    }
}
