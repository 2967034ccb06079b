package org.zhitongche.app;

import java.io.PrintWriter;
import java.util.function.Consumer;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** How a command tells what it found: in lines for people or, where asked, in a document for programs. */
final class Output {

    @Option(names = "--json", description = "prints for programs")
    private boolean json;
    @Spec(Spec.Target.MIXEE)
    private CommandSpec spec;

    void print(Supplier<String> document, Consumer<PrintWriter> lines) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(document.get());
        } else {
            lines.accept(out);
        }
        out.flush();
    }

    /** To be thrown: what was typed makes no sense together. */
    ParameterException mistyped(String why) {
        return new ParameterException(spec.commandLine(), why);
    }

    /** For what is no part of the answer. */
    PrintWriter err() {
        return spec.commandLine().getErr();
    }
}
