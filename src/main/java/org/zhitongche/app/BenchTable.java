package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.IntConsumer;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.db.Database;

/** How long each thing took, the first being what the others are held against. */
final class BenchTable {

    private final List<Line> lines = new ArrayList<>();

    private final Database database;

    BenchTable(Database database) {
        this.database = database;
    }

    /** In milliseconds. @param program processor time of this process for one, which other work on the machine does not change; so {@code server} */
    private record Line(String name, int times, double p50, double p95, double most, double program, double server) {}

    void measure(String name, int times, IntConsumer work) {
        double[] millis = new double[times];
        BenchCpu before = BenchCpu.now(database);
        for (int n = 0; n < times; n++) {
            long start = System.nanoTime();
            work.accept(n);
            millis[n] = (System.nanoTime() - start) / 1e6;
        }
        BenchCpu used = BenchCpu.now(database).since(before);
        Arrays.sort(millis);
        lines.add(new Line(name, times, millis[times / 2], millis[(times - 1) * 95 / 100], millis[times - 1],
                used.program() / 1e6 / times, used.database() / 1e6 / times));
    }

    void print(PrintWriter out, boolean json) {
        double bare = lines.get(0).p50();
        if (json) {
            ArrayNode document = EventCodec.JSON.createArrayNode();
            lines.forEach(line -> document.addObject().put("name", line.name()).put("times", line.times()).put("p50Ms", line.p50())
                    .put("p95Ms", line.p95()).put("mostMs", line.most()).put("programCpuMs", line.program())
                    .put("databaseCpuMs", line.server()).put("ratio", line.p50() / bare));
            out.println(document.toPrettyString());
        } else {
            out.printf(Locale.ROOT, "%-44s %6s %9s %9s %9s %8s %9s %9s%n", "", "times", "p50 ms", "p95 ms", "most ms", "÷ bare", "CPU ms", "+ SQL's");
            lines.forEach(line -> out.printf(Locale.ROOT, "%-44s %6d %9.1f %9.1f %9.1f %8.0f %9.1f %9.1f%n", line.name(), line.times(), line.p50(), line.p95(),
                    line.most(), line.p50() / bare, line.program(), line.server()));
        }
        out.flush();
    }
}
