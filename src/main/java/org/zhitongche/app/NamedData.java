package org.zhitongche.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhitongche.db.StartFailure;

/** Data of their own beside those of the house, by a name: database, secrets, heads and mails, all embedded. */
final class NamedData {

    private static final String NAME = "[a-z0-9][a-z0-9-]{0,40}";

    private NamedData() {}

    /** @throws StartFailure where there are none of that name */
    static Settings existing(Settings settings, String name) {
        Path folder = folder(settings, name);
        if (!Files.isDirectory(folder)) {
            throw new StartFailure("没有名为 " + name + " 的数据", "已有的是 " + known(folder.getParent()) + "；simulate --into " + name + " 生成");
        }
        return settings.with(Key.DATA_DIR, folder.toString());
    }

    /** @throws StartFailure where that name is taken */
    static Settings fresh(Settings settings, String name) {
        Path folder = folder(settings, name);
        if (Files.exists(folder)) {
            throw new StartFailure("已有名为 " + name + " 的数据", "请另取名称，或删除 " + folder);
        }
        return settings.with(Key.DATA_DIR, folder.toString());
    }

    static boolean exists(Settings settings, String name) {
        return Files.isDirectory(folder(settings, name));
    }

    private static Path folder(Settings settings, String name) {
        if (!name.matches(NAME)) {
            throw new StartFailure("“" + name + "”不能作数据的名称", "请用小写字母、数字和连字符");
        }
        if (!settings.embeddedDatabase()) {
            throw new StartFailure("按名称区分的数据只在内置数据库中，而 database.url 已设置", "请用 database.url 指明另一个数据库");
        }
        return settings.path(Key.DATA_DIR).resolve("named").resolve(name);
    }

    private static String known(Path parent) {
        if (!Files.isDirectory(parent)) {
            return "（无）";
        }
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.map(each -> each.getFileName().toString()).sorted().collect(Collectors.joining("、"));
        } catch (IOException e) {
            return "（读不出）";
        }
    }
}
