package org.zhitongche.demo;

import java.util.Map;

/**
 * A row of somebody else's file.
 *
 * @param line    where it begins in the file, from 1
 * @param fields  by column; empty where it cannot be read
 * @param problem why it cannot be read, for people; null if it can
 */
public record FileRow(long line, Map<String, String> fields, String problem) {

    static FileRow unreadable(long line, String problem) {
        return new FileRow(line, Map.of(), problem);
    }
}
