package org.zhitongche.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.MutuallyExclusiveArgsException;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What was typed wrongly is told in a line for people, which names the option, and where the right way is told. */
final class Mistyped implements IParameterExceptionHandler {

    private static final String LIST = "、";
    private static final String INVALID = "Invalid value for ";
    private static final Pattern ONE_OF = Pattern.compile("expected one of \\[(.*?)\\]");
    private static final String WHOLE = "应是整数";
    private static final Map<Class<?>, String> WANTED = Map.of(LocalDate.class, "应是日期，如 2026-03-05", int.class, WHOLE, Integer.class, WHOLE,
            long.class, WHOLE, Long.class, WHOLE, double.class, "应是数字", Double.class, "应是数字");

    @Override
    public int handleParseException(ParameterException wrong, String[] args) {
        CommandLine command = wrong.getCommandLine();
        command.getErr().println(told(wrong));
        if (misses(wrong)) {
            command.usage(command.getErr());
        } else {
            command.getErr().println("用法：" + command.getCommandSpec().qualifiedName() + " --help");
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    /** A command of commands that was typed alone: then its usage is the answer. */
    private static boolean misses(ParameterException wrong) {
        return wrong instanceof MissingParameterException missing && missing.getMissing().isEmpty() || isNoCommand(wrong);
    }

    private static boolean isNoCommand(ParameterException wrong) {
        return wrong.getMessage().startsWith("Missing required subcommand");
    }

    private static String told(ParameterException wrong) {
        if (isNoCommand(wrong)) {
            return "请写明要做什么：";
        }
        if (wrong instanceof MissingParameterException missing && !missing.getMissing().isEmpty()) {
            return missing(missing.getMissing());
        }
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            return unmatched(unmatched);
        }
        if (wrong instanceof OverwrittenOptionException twice) {
            return name(twice.getOverwritten()) + " 只能写一次";
        }
        if (wrong instanceof MutuallyExclusiveArgsException) {
            return "这些选项不能同时使用：" + wrong.getMessage().replaceAll("^Error: | are mutually exclusive.*", "");
        }
        return wrong.getArgSpec() == null || wrong.getValue() == null ? wrong.getMessage() : value(wrong);
    }

    private static String missing(List<ArgSpec> missing) {
        boolean oneOfThem = missing.stream().allMatch(each -> each.group() != null && each.group().exclusive());
        return "请写明 " + missing.stream().map(Mistyped::named).collect(Collectors.joining(oneOfThem ? " 或 " : LIST));
    }

    private static String unmatched(UnmatchedArgumentException unmatched) {
        String like = String.join(LIST, unmatched.getSuggestions());
        return "没有这样的选项或参数：" + String.join(LIST, unmatched.getUnmatched()) + (like.isEmpty() ? "" : "；相近的有：" + like);
    }

    private static String value(ParameterException wrong) {
        return name(wrong.getArgSpec()) + "“" + wrong.getValue() + "”：" + reason(wrong.getArgSpec().type(), wrong.getMessage());
    }

    private static String reason(Class<?> type, String message) {
        String said = message.startsWith(INVALID) ? message.substring(message.indexOf(": ") + 2) : message;
        Matcher oneOf = ONE_OF.matcher(said);
        return oneOf.lookingAt() ? "应是 " + oneOf.group(1).replace(", ", LIST) + " 之一" : WANTED.getOrDefault(type, said);
    }

    private static String name(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() : arg.paramLabel();
    }

    private static String named(ArgSpec arg) {
        return arg instanceof OptionSpec option ? option.longestName() + "=" + option.paramLabel() : arg.paramLabel();
    }
}
