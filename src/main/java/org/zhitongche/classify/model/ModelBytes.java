package org.zhitongche.classify.model;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;

/** The bytes of a model's file, wherever they lie, read from their beginning as often as asked and never held whole. */
public record ModelBytes(long size, Opening opening) {

    /** Makes a stream of its own each time. */
    @FunctionalInterface
    public interface Opening {
        InputStream open() throws IOException;
    }

    public static ModelBytes of(byte[] bytes) {
        return new ModelBytes(bytes.length, () -> new ByteArrayInputStream(bytes));
    }

    public static ModelBytes of(Path path) throws IOException {
        return new ModelBytes(Files.size(path), () -> Files.newInputStream(path));
    }

    public InputStream open() throws IOException {
        return opening.open();
    }
}
