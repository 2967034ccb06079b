package org.zhitongche.app;

import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.handling.DeclareTakeOver;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Declares that one department takes another's matters over, and carries out at once what is due. */
@Command(name = "take-over", mixinStandardHelpOptions = true,
        description = "declares that a department's matters become another's from a day on, and moves those that are due")
final class TakeOverCommand implements Callable<Integer> {

    @Mixin
    private Common common;

    @Spec
    private CommandSpec spec;

    @Option(names = "--department", required = true, description = "code of the one that is merged or abolished")
    private String department;

    @Option(names = "--successor", required = true, description = "code of the one that takes over")
    private String successor;

    @Option(names = "--from", required = true, description = "the first day, such as 2026-03-05")
    private LocalDate from;

    @Option(names = "--document", required = true, description = "number of the document that orders it")
    private String document;

    @Option(names = "--category", split = ",", description = "only these categories; the department then goes on with the rest")
    private List<String> categories = List.of();

    @Option(names = "--region", split = ",", description = "only these regions; the department then goes on with the rest")
    private List<String> regions = List.of();

    @Option(names = "--close-officers", description = "closes the officers' accounts instead of moving them")
    private boolean close;

    @Override
    public Integer call() {
        try (House house = House.visit(common.settings())) {
            boolean whole = categories.isEmpty() && regions.isEmpty();
            TakeOver.Officers officers = !whole ? TakeOver.Officers.STAY : close ? TakeOver.Officers.CLOSE : TakeOver.Officers.MOVE;
            try {
                new DeclareTakeOver(house.database, house.directory, house.clock).declare(new DeclareTakeOver.Said(department, successor, from,
                        document, categories, regions, officers), System.getProperty("user.name"));
            } catch (Refusal refused) {
                throw new CommandFailure(house.words.get("refusal." + refused.rule(), refused.args().toArray()));
            }
            int moved = house.takeOvers.run();
            spec.commandLine().getOut().println("已登记；已移交 " + moved + " 件在办事项");
            return 0;
        }
    }
}
