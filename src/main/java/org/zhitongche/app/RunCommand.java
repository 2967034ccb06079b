package org.zhitongche.app;

import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The node itself. */
@Command(name = "run", mixinStandardHelpOptions = true, description = "starts the platform and stays up until Ctrl-C")
final class RunCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws InterruptedException {
        Platform platform = Platform.start(common.settings(), Function.identity());
        var out = spec.commandLine().getOut();
        platform.welcome().forEach(out::println);
        platform.firstAdministrator().ifPresent(link -> out.println("首位系统管理员请打开一次性链接设置账号：" + link));
        out.printf(Locale.ROOT, "ready %s after %.1f s%n", platform.address(), (System.nanoTime() - Main.ENTERED) / 1e9);
        out.flush();
        stayUp(platform);
        return 0;
    }

    /** Until Ctrl-C; then everything is closed in order, in the one shutdown hook there is. */
    static void stayUp(Platform platform) throws InterruptedException {
        CountDownLatch stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            platform.close();
            stopped.countDown();
        }, "stop"));
        stopped.await();
    }
}
