package org.zhitongche.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.zhitongche.classify.model.Example;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelBytes;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.classify.model.Provenance;
import org.zhitongche.classify.model.Trainer;
import org.zhitongche.classify.model.Untrainable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Learns from decided texts. */
@Command(name = "train", mixinStandardHelpOptions = true,
        description = "learns from a file of decided texts, from what people decided on the platform, or from both, and writes a model")
final class TrainCommand implements Callable<Integer> {

    @Parameters(arity = "0..1", paramLabel = "FILE.csv|jsonl", description = "a row a text, UTF-8 or GB18030")
    private Path file;
    @Mixin
    private Labelled labelled;
    @Mixin
    private FromDecisions decisions;
    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "the file to write")
    private Path out;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter say = spec.commandLine().getErr();
        if (file == null && !decisions.asked()) {
            throw new CommandFailure("请给出数据文件，或用 --from-decisions 由平台上的决定训练");
        }
        Writable.file(out, "--out");
        Model model = decisions.asked() ? fromDecisions(say) : fromFile(say);
        byte[] bytes = ModelFile.bytes(model);
        write(bytes);
        Provenance made = model.provenance();
        spec.commandLine().getOut().printf(Locale.ROOT, "已写 %s：%.1f MB，%d 类，用时 %.0f 秒%n", out, bytes.length / 1e6, model.labels().size(), made.seconds());
        spec.commandLine().getOut().println("未见过的数据上（五份轮流）：" + TrialText.line(made.unseen()));
        return 0;
    }

    private Model fromFile(PrintWriter say) throws IOException {
        LabelledFile.Asked asked = labelled.asked(file, null, null);
        LabelledFile read = LabelledFile.read(asked);
        read.lines().forEach(say::println);
        return learn(read.examples(), source(asked, read), say);
    }

    /** With a file too, where one is given: its texts count as old ones do. */
    private Model fromDecisions(PrintWriter say) throws IOException {
        FromDecisions.Found found = decisions.read(labelled.minimum);
        found.lines().forEach(say::println);
        if (file == null) {
            return learn(found.examples(), found.source(), say);
        }
        LabelledFile.Asked asked = labelled.asked(file, null, null);
        LabelledFile read = LabelledFile.read(asked);
        read.lines().forEach(say::println);
        List<Example> both = Stream.concat(read.examples().stream(), found.examples().stream()).toList();
        return learn(both, source(asked, read).with(found.source(), both.size()), say);
    }

    private static Model learn(List<Example> examples, Provenance source, PrintWriter say) {
        try {
            return Trainer.train(examples, source, say::println);
        } catch (Untrainable e) {
            throw new CommandFailure(source.source() + "：" + e.getMessage());
        }
    }

    static Provenance source(LabelledFile.Asked asked, LabelledFile read) throws IOException {
        return new Provenance(asked.file().getFileName().toString(), ModelFile.sha256(ModelBytes.of(asked.file())), asked.columns(), read.rows(),
                read.examples().size(), asked.minimum(), null, InstantSource.system().instant(), Main.VERSION, 0, null);
    }

    /** Beside the place first, so that a running platform never reads half a model. */
    private void write(byte[] bytes) {
        Path beside = out.resolveSibling(out.getFileName() + ".part");
        try {
            Files.write(beside, bytes);
            Files.move(beside, out, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new CommandFailure(out + "：无法写出模型（--out）：" + e.getMessage());
        }
    }
}
