package org.zhitongche.app;

import java.io.PrintWriter;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhitongche.demo.DemoClock;
import org.zhitongche.demo.FileAppeals;
import org.zhitongche.demo.Story;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** The platform with a made-up province in it: twelve working days through the real doors, then it stays up. */
@Command(name = "demo", mixinStandardHelpOptions = true, description = "starts the platform with made-up data, shows the way of some sixty appeals, and stays up")
final class DemoCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Option(names = "--and-stop", description = "stops when the story is told, for tests")
    private boolean stop;

    @ArgGroup(exclusive = false, heading = "%nOther people's appeals instead of the story:%n")
    private DemoFile file;

    private DemoClock clock;

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Settings settings = common.settings();
        FileAppeals given = file == null ? new FileAppeals(Story.told(), List.of()) : file.read(settings);
        String folder = file == null ? "demo" : "demo-from";
        Settings own = settings.with(Key.DATA_DIR, settings.path(Key.DATA_DIR).resolve(folder).toString());
        Platform platform = Platform.start(own, this::over);
        try {
            out.println("ready " + platform.address());
            if (platform.house.people.isEmpty()) {
                given.lines().forEach(out::println);
                new DemoRun(platform, clock, out).tell(given.wishes());
                out.println();
                given.lines().forEach(out::println);
            } else {
                out.println("演示数据已在 " + own.path(Key.DATA_DIR) + (file == null ? "" : "，这次没有再用 --from 的文件") + "；删除该目录可重新演示。");
            }
            new DemoEnd(platform, out).print(!stop);
        } catch (RuntimeException e) {
            platform.close();
            throw e;
        }
        if (stop) {
            platform.close();
        } else {
            RunCommand.stayUp(platform);
        }
        return 0;
    }

    private InstantSource over(InstantSource real) {
        clock = new DemoClock(real);
        return clock;
    }
}
