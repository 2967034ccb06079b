package org.zhitongche.app;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import org.zhitongche.db.StartFailure;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** 政企直通车 on the command line. */
@Command(name = "zhitongche", description = "政企直通车：企业诉求受理、分办、督办与政策推送平台",
        mixinStandardHelpOptions = true, version = "zhitongche " + Main.VERSION,
        subcommands = {RunCommand.class, DemoCommand.class, SimulateCommand.class, UserCommand.class, ImportCommand.class, BackupCommand.class, RestoreCommand.class,
            DueCommand.class, ExplainDispatchCommand.class, TakeOverCommand.class, FiguresCommand.class, BenchCommand.class, VerifyCommand.class, LedgerCommand.class, TrainCommand.class, EvaluateCommand.class, RehearseCommand.class, ClassifyCommand.class, ModelCommand.class, ReplayCommand.class, EraseCommand.class, EvaluateSimilarCommand.class, MailReadCommand.class, CommandLine.HelpCommand.class})
public final class Main {

    static final String VERSION = "0.1.0";

    /** When it was entered, to tell how long a start took. */
    static final long ENTERED = System.nanoTime();

    static {
        // One ordered stop of our own: no library may begin to die before the doors are closed.
        System.setProperty("log4j.shutdownHookEnabled", "false");
        System.setProperty("log4j2.shutdownHookEnabled", "false");
        System.setProperty("java.util.logging.manager", "org.apache.logging.log4j.jul.LogManager");
        // HanLP sets the level of its own logger, which the other adapter cannot do and would say so each time.
        System.setProperty("log4j.jul.LoggerAdapter", "org.apache.logging.log4j.jul.CoreLoggerAdapter");
    }

    private Main() {}

    public static void main(String[] args) {
        int exit = run(args);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    static int run(String... args) {
        return line(new PrintWriter(System.out, true, StandardCharsets.UTF_8), new PrintWriter(System.err, true, StandardCharsets.UTF_8)).execute(args);
    }

    /** The whole command line, saying what it says there. */
    static CommandLine line(PrintWriter out, PrintWriter err) {
        return new CommandLine(new Main()).setOut(out).setErr(err).setCaseInsensitiveEnumValuesAllowed(true).setParameterExceptionHandler(new Mistyped())
                .setExecutionExceptionHandler((failure, command, parsed) -> explain(failure, command));
    }

    /** What an operator can mend is one line; only what nobody foresaw shows where it happened. */
    private static int explain(Exception failure, CommandLine command) throws Exception {
        if (failure instanceof StartFailure || failure instanceof CommandFailure) {
            command.getErr().println(failure.getMessage());
            return 1;
        }
        throw failure;
    }
}
