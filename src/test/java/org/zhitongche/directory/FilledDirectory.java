package org.zhitongche.directory;

import java.nio.file.Path;
import java.util.List;
import org.zhitongche.db.Database;

/** The delivered directory in a test's database. */
public final class FilledDirectory {
    public static final DirectoryFiles FILES = DirectoryFiles.read(Path.of("config"));

    private FilledDirectory() {}

    public static Directory in(Database database) {
        FILES.mirrorTo(database);
        return new Directory(database);
    }

    /** An active firm in 厦门市 with a valid code made of the number. */
    public static Enterprise firm(int number) {
        String uscc = CreditCode.complete("91359999MA%07d".formatted(number).substring(0, 17));
        return new Enterprise(uscc, "示例第" + number + "号（厦门）有限公司", "350200", "3919", Enterprise.Size.SMALL, null,
                List.of(), false, null, null, null, null, Enterprise.Status.ACTIVE, Enterprise.Channel.MAIL,
                false);
    }
}
