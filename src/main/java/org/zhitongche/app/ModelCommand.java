package org.zhitongche.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.zhitongche.classify.ModelVersions;
import org.zhitongche.classify.Predicts;
import org.zhitongche.classify.model.BadModel;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** The models of the platform; running nodes take the one in force within seconds. */
@Command(name = "model", mixinStandardHelpOptions = true, description = "the platform's models", subcommands = {ModelCommand.Add.class, ModelCommand.Versions.class, ModelCommand.Activate.class, ModelCommand.Off.class, CompareModelsCommand.class})
final class ModelCommand {

    private static final String BY = "命令行";

    private static String name(Predicts predicts) {
        return predicts == Predicts.LEAD ? "主办" : "类别";
    }

    @Command(name = "add", mixinStandardHelpOptions = true, description = "gives the platform a model that train made; it is not in force by that")
    static final class Add implements Callable<Integer> {
        @Mixin
        private Common common;
        @Spec
        private CommandSpec spec;
        @Parameters(paramLabel = "MODEL")
        private Path file;

        @Override
        public Integer call() {
            try (House house = House.visit(common.settings())) {
                int number = house.models.add(Files.readAllBytes(file), BY);
                spec.commandLine().getOut().println("模型 " + number);
                List<String> unlearned = house.models.unlearned(number);
                if (!unlearned.isEmpty()) {
                    spec.commandLine().getErr().println("使用中的模型会判断的 " + unlearned.size() + " 类它没有学过：" + String.join("、", unlearned));
                }
                return 0;
            } catch (BadModel e) {
                throw new CommandFailure(file + "：" + e.getMessage());
            } catch (IOException e) {
                throw new CommandFailure(file + "：无法读取模型文件");
            }
        }
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "tells them with their measures; * is in force")
    static final class Versions implements Callable<Integer> {
        @Mixin
        private Common common;
        @Spec
        private CommandSpec spec;

        @Override
        public Integer call() {
            PrintWriter out = spec.commandLine().getOut();
            try (House house = House.visit(common.settings())) {
                List<ModelVersions.Version> versions = house.models.list();
                for (ModelVersions.Version each : versions) {
                    out.println((each.inForce() ? "* " : "  ") + each.number() + "　" + name(each.predicts()) + "　" + each.made().source() + "　" + TrialText.line(each.made().unseen()));
                }
                if (versions.isEmpty()) {
                    out.println("还没有模型，由规则判断；model add 加入 train 训练出的模型");
                }
                out.flush();
                return 0;
            }
        }
    }

    @Command(name = "activate", mixinStandardHelpOptions = true, description = "puts one in force on every node")
    static final class Activate implements Callable<Integer> {
        @Mixin
        private Common common;
        @Spec
        private CommandSpec spec;
        @Parameters(paramLabel = "NUMBER")
        private int number;

        @Override
        public Integer call() {
            try (House house = House.visit(common.settings())) {
                if (!house.models.activate(number, BY)) {
                    throw new CommandFailure("没有模型 " + number + "；model list 列出全部");
                }
                spec.commandLine().getOut().println("已启用模型 " + number);
                return 0;
            }
        }
    }

    @Command(name = "off", mixinStandardHelpOptions = true, description = "leaves the rules alone in force, for categories or for leads")
    static final class Off implements Callable<Integer> {
        @Mixin
        private Common common;
        @Spec
        private CommandSpec spec;
        @Parameters(arity = "0..1", paramLabel = "CATEGORY|LEAD", defaultValue = "CATEGORY", description = "for which of both (default: ${DEFAULT-VALUE})")
        private Predicts predicts = Predicts.CATEGORY;

        @Override
        public Integer call() {
            try (House house = House.visit(common.settings())) {
                house.models.off(predicts, BY);
                spec.commandLine().getOut().println(name(predicts) + "由规则判断，不用模型");
                return 0;
            }
        }
    }
}
