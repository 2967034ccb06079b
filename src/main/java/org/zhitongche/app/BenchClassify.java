package org.zhitongche.app;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.ToIntFunction;
import org.zhitongche.classify.model.BadModel;
import org.zhitongche.classify.model.Model;
import org.zhitongche.classify.model.ModelFile;
import org.zhitongche.demo.FileRow;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** How long a model takes to load and a text to classify, beside the bare reading of its characters. */
@Command(name = "classify", mixinStandardHelpOptions = true, description = "a model on the texts of a file, beside a bare loop that looks up each one to four characters")
final class BenchClassify implements Callable<Integer> {

    private static final int ROUNDS = 5;
    private static final int LONGEST = 4;

    @Parameters(index = "0", paramLabel = "MODEL")
    private Path file;
    @Parameters(index = "1", paramLabel = "FILE.csv|jsonl")
    private Path texts;
    @Option(names = "--texts", paramLabel = "N", defaultValue = "2000", description = "so many of the file (default: ${DEFAULT-VALUE})")
    private int number = 2000;
    @Spec
    private CommandSpec spec;

    /** A text's time by the clock, which tells of a busy machine too, and of the processor, in microseconds. */
    private record Micros(double clock, double processor) {}

    @Override
    public Integer call() {
        try {
            long before = BenchCpu.heapMegabytes();
            long began = System.nanoTime();
            long worked = processor();
            Model model = ModelFile.read(file);
            model.classify(null, "请协调解决");
            double loaded = (System.nanoTime() - began) / 1e9;
            double loading = (processor() - worked) / 1e9;
            long heap = BenchCpu.heapMegabytes() - before;
            List<String> read = read(model.provenance().columns().text());
            Map<String, Integer> known = known(read);
            Micros bare = micros(read, text -> bare(text, known));
            Micros whole = micros(read, text -> model.classify(null, text).size());
            spec.commandLine().getOut().printf(Locale.ROOT, "读入并用一次 %.2f 秒（处理器 %.2f 秒）　内存 %d MB　每条 %.0f 微秒（处理器 %.0f）　裸循环 %.0f 微秒（%.0f）　比 %.1f（%d 条，%d 轮的中位数）%n",
                    loaded, loading, heap, whole.clock(), whole.processor(), bare.clock(), bare.processor(), whole.processor() / bare.processor(), read.size(), ROUNDS);
            return 0;
        } catch (BadModel e) {
            throw new CommandFailure(e.getMessage());
        }
    }

    private List<String> read(String column) {
        return LabelledFile.table(texts).rows().stream().map(FileRow::fields).map(fields -> fields.getOrDefault(column, ""))
                .filter(text -> !text.isBlank()).limit(number).toList();
    }

    private static Map<String, Integer> known(List<String> texts) {
        Map<String, Integer> known = new HashMap<>();
        texts.stream().limit(texts.size() / 2).forEach(text -> each(text, piece -> known.putIfAbsent(piece, known.size()) == null ? 1 : 0));
        return known;
    }

    private static int bare(String text, Map<String, Integer> known) {
        return each(text, piece -> known.getOrDefault(piece, 0));
    }

    private static int each(String text, ToIntFunction<String> of) {
        int sum = 0;
        for (int length = 1; length <= LONGEST; length++) {
            for (int from = 0; from + length <= text.length(); from++) {
                sum += of.applyAsInt(text.substring(from, from + length));
            }
        }
        return sum;
    }

    /** The median round's time a text; the first round warms up. */
    private static Micros micros(List<String> texts, ToIntFunction<String> work) {
        List<Double> clock = new ArrayList<>();
        List<Double> processor = new ArrayList<>();
        int kept = 0;
        for (int round = 0; round <= ROUNDS; round++) {
            long began = System.nanoTime();
            long worked = ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime();
            for (String text : texts) {
                kept += work.applyAsInt(text);
            }
            if (round > 0) {
                clock.add((System.nanoTime() - began) / 1e3 / texts.size());
                processor.add((ManagementFactory.getThreadMXBean().getCurrentThreadCpuTime() - worked) / 1e3 / texts.size());
            }
        }
        if (kept == 42) {
            clock.add(0.0); // so that the work cannot be left out
        }
        return new Micros(BenchRounds.median(clock), BenchRounds.median(processor));
    }

    /** All threads', in nanoseconds: the dictionary is read beside the file. */
    private static long processor() {
        return ((OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean()).getProcessCpuTime();
    }
}
