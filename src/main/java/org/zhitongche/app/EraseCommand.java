package org.zhitongche.app;

import java.util.concurrent.Callable;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Erase;
import org.zhitongche.appeal.Unknown;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Removes what a firm said and handed in, or one appeal's; the events, the counts and the proof stay. */
@Command(name = "erase", mixinStandardHelpOptions = true,
        description = "Erases texts, contacts and files for good; the history stays provable and tells that it was done.")
final class EraseCommand implements Callable<Integer> {

    /** History tells that nobody did it on a page. */
    private static final Actor OPERATOR = new Actor(Actor.Kind.SYSTEM, "command", "命令行", null);

    @ArgGroup(multiplicity = "1")
    private What what;
    @Mixin
    private Common common;
    @Spec
    private CommandSpec spec;

    private static final class What {
        @Option(names = "--appeal", paramLabel = "NUMBER", description = "the public number of an appeal")
        private String appeal;
        @Option(names = "--firm", paramLabel = "USCC", description = "the credit code of a firm, for all its appeals")
        private String firm;
    }

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            Erase erase = new Erase(house.database, house.blobs, house.appeals);
            Erase.Erased erased = what.firm != null ? erase.firm(what.firm, OPERATOR)
                    : erase.appeal(house.reads.get(Actor.SYSTEM, what.appeal).id(), OPERATOR);
            spec.commandLine().getOut().println(house.words.get("erase.done", erased.appeals(), erased.texts(), erased.files()));
            return 0;
        } catch (Unknown e) {
            throw new CommandFailure(what.firm != null ? "没有统一社会信用代码为 " + what.firm + " 的企业的诉求" : "没有编号为 " + what.appeal + " 的诉求");
        }
    }
}
