package org.zhitongche.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhitongche.mailtext.MailLimits;
import org.zhitongche.mailtext.MailReader;
import org.zhitongche.mailtext.ReadMail;
import org.zhitongche.mailtext.Unreadable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Measures the mail reader on a folder of raw mails: how many are read, what was odd, what differs from an expectation. */
@Command(name = "read-mail", mixinStandardHelpOptions = true, hidden = true, description = "Reads every mail below a folder and counts what came of it.")
final class MailReadCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "DIR", description = "a folder of raw mails")
    private Path folder;
    @Option(names = "--expected", paramLabel = "FILE", description = "JSON lines of what should be read from which file")
    private Path expected;
    @Option(names = "--show", description = "prints what was read from each mail")
    private boolean show;
    @Spec
    private CommandSpec spec;

    private final MailReader reader = new MailReader("", "", MailLimits.DEFAULT);
    private final Map<String, Integer> counts = new TreeMap<>();

    @Override
    public Integer call() throws IOException {
        if (!Files.isDirectory(folder)) throw new CommandFailure(folder + ": not a folder; name one that holds raw mails");
        PrintWriter out = spec.commandLine().getOut();
        if (expected != null) return new MailExpectations(reader, folder, out).compare(Files.readAllLines(expected));
        long started = System.nanoTime();
        for (Path file : files()) {
            Optional<ReadMail> mail = read(file, out);
            mail.ifPresent(this::count);
            if (show) mail.ifPresent(m -> show(file, m, out));
        }
        counts.forEach((what, how) -> out.printf("%-32s %6d%n", what, how));
        out.printf("%-32s %6d%n", "milliseconds", (System.nanoTime() - started) / 1_000_000);
        out.flush();
        return 0;
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }

    private Optional<ReadMail> read(Path file, PrintWriter out) throws IOException {
        try {
            return Optional.of(reader.read(file));
        } catch (Unreadable unreadable) {
            plus("unreadable " + unreadable.reason());
            if (show) out.println(file.getFileName() + "  unreadable: " + unreadable.getMessage());
            return Optional.empty();
        }
    }

    private void count(ReadMail mail) {
        plus("read");
        plus("kind " + mail.kind());
        mail.flags().forEach(flag -> plus("flag " + flag));
        String shown = mail.subject() + mail.text() + mail.quoted();
        if (shown.codePoints().anyMatch(Character::isIdeographic)) plus("with Chinese");
        if (shown.indexOf('\uFFFD') >= 0) plus("with replacement characters");
        plus("attachments", mail.attachments().size());
    }

    private static void show(Path file, ReadMail mail, PrintWriter out) {
        out.printf("== %s  %s %s%n   %s | %s | %s%n", file.getFileName(), mail.kind(), mail.flags(),
                mail.from().map(Object::toString).orElse("-"), mail.subject(), mail.date().map(Object::toString).orElse("-"));
        mail.attachments().forEach(a -> out.printf("   file %s %s %d%n", a.name(), a.contentType(), a.size()));
        out.println(mail.text().indent(3));
        if (!mail.quoted().isEmpty()) out.println(("quoted: " + mail.quoted()).indent(5));
    }

    private void plus(String what) {
        plus(what, 1);
    }

    private void plus(String what, int many) {
        counts.merge(what, many, Integer::sum);
    }
}
