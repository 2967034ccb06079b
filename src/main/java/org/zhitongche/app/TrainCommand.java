package org.zhitongche.app;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.InstantSource;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.zhitongche.classify.model.Model;
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
@Command(name = "train", mixinStandardHelpOptions = true, description = "learns from a file of decided texts and writes a model")
final class TrainCommand implements Callable<Integer> {

    @Parameters(paramLabel = "FILE.csv|jsonl", description = "a row a text, UTF-8 or GB18030")
    private Path file;
    @Mixin
    private Labelled labelled;
    @Option(names = "--out", required = true, paramLabel = "MODEL", description = "the file to write")
    private Path out;
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        PrintWriter say = spec.commandLine().getErr();
        LabelledFile.Asked asked = labelled.asked(file, null, null);
        LabelledFile read = LabelledFile.read(asked);
        read.lines().forEach(say::println);
        Model model = learn(read, source(asked, read), say);
        byte[] bytes = ModelFile.bytes(model);
        write(bytes);
        Provenance made = model.provenance();
        spec.commandLine().getOut().printf(Locale.ROOT, "已写 %s：%.1f MB，%d 类，用时 %.0f 秒%n", out, bytes.length / 1e6, model.labels().size(), made.seconds());
        spec.commandLine().getOut().println("未见过的数据上（五份轮流）：" + TrialText.line(made.unseen()));
        return 0;
    }

    static Model learn(LabelledFile read, Provenance source, PrintWriter say) {
        try {
            return Trainer.train(read.examples(), source, say::println);
        } catch (Untrainable e) {
            throw new CommandFailure(source.source() + "：" + e.getMessage());
        }
    }

    static Provenance source(LabelledFile.Asked asked, LabelledFile read) throws IOException {
        return new Provenance(asked.file().getFileName().toString(), ModelFile.sha256(Files.readAllBytes(asked.file())), asked.columns(), read.rows(),
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
