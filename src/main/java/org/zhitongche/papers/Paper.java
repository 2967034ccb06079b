package org.zhitongche.papers;

import java.util.List;
import java.util.stream.Stream;

/** A paper that only has to be set. @param number 文号 @param title what it is called */
public record Paper(String number, String title, List<Block> blocks) {

    public Stream<String> texts() {
        return blocks.stream().flatMap(Block::texts);
    }
}
