package org.zhitongche.app;

import java.io.Console;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import org.zhitongche.directory.PersonRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Model.CommandSpec;

/** Accounts from the command line, for an empty house. */
@Command(name = "user", mixinStandardHelpOptions = true, description = "accounts", subcommands = UserCommand.Add.class)
final class UserCommand {

    @Command(name = "add", mixinStandardHelpOptions = true, description = "adds an account; the password is asked for, or read from standard input")
    static final class Add implements Callable<Integer> {

        @Mixin
        private Common common;

        @Spec
        private CommandSpec spec;

        @Parameters(paramLabel = "LOGIN")
        private String login;

        @Option(names = "--role", required = true, split = ",", description = "${COMPLETION-CANDIDATES}")
        private List<PersonRole> roles;

        @Option(names = "--name", required = true, description = "the role's wording, as pages show it, e.g. 经办科员")
        private String name;

        @Option(names = "--department", description = "code of the department")
        private String department;

        @Option(names = "--firm", description = "credit code of the firm")
        private String firm;

        @Option(names = "--email")
        private String email;

        @Override
        public Integer call() {
            try (House house = House.visit(common.settings())) {
                Set<PersonRole> all = EnumSet.copyOf(roles);
                house.people.save(login, name, all, department, firm, email, null);
                house.people.setPassword(house.people.findByLogin(login).orElseThrow().id(), password());
                spec.commandLine().getOut().println("已添加账号 " + login);
                return 0;
            } catch (IllegalArgumentException e) {
                throw new CommandFailure(e.getMessage());
            }
        }

        private static String password() {
            Console console = System.console();
            if (console != null) {
                return new String(console.readPassword("口令: "));
            }
            try {
                return new String(System.in.readNBytes(1000), java.nio.charset.StandardCharsets.UTF_8).strip();
            } catch (java.io.IOException e) {
                throw new CommandFailure("口令未能从标准输入读取");
            }
        }
    }
}
