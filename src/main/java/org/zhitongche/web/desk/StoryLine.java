package org.zhitongche.web.desk;

import java.time.Instant;
import java.util.List;
import org.zhitongche.appeal.AppealReads.File;
import org.zhitongche.appeal.Door;

/**
 * One line of what happened.
 *
 * @param notes further facts, a line each
 * @param text  what somebody wrote, null for nothing
 * @param rule  the limit that applies from here on, in words; null for none
 * @param quiet happens by itself and is no step of anybody's
 */
public record StoryLine(Instant at, String who, Door door, String what, List<String> notes, String text,
                        List<File> files, String rule, boolean quiet) {

    StoryLine(Instant at, String who, Door door, String what) {
        this(at, who, door, what, List.of(), null, List.of(), null, false);
    }

    StoryLine with(List<String> more) {
        return new StoryLine(at, who, door, what, more, text, files, rule, quiet);
    }

    StoryLine saying(String said) {
        return new StoryLine(at, who, door, what, notes, said, files, rule, quiet);
    }

    StoryLine having(List<File> enclosed) {
        return new StoryLine(at, who, door, what, notes, text, enclosed, rule, quiet);
    }

    StoryLine under(String limit) {
        return new StoryLine(at, who, door, what, notes, text, files, limit, quiet);
    }

    StoryLine quietly() {
        return new StoryLine(at, who, door, what, notes, text, files, rule, true);
    }
}
