package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import org.zhitongche.appeal.EventCodec;

/** Prints a comparison for people or for programs. */
final class BenchReport {

    private final BenchRounds.Result result;

    BenchReport(BenchRounds.Result result) {
        this.result = result;
    }

    void print(PrintWriter out, boolean json) {
        if (json) {
            out.println(document().toPrettyString());
        } else {
            out.printf(Locale.ROOT, "%-10s %8s %12s %12s %10s %10s%n", "", "每秒", "程序CPU/件", "数据库CPU/件", "p50", "p99");
            line(out, "裸循环", result.bare(), result.bareLatency());
            line(out, "全流程", result.whole(), result.wholeLatency());
            out.printf(Locale.ROOT, "全流程 ÷ 裸循环 = %.2f（%d 轮的中位数）　堆内存 %d MB，进程峰值 %d MB%n", result.ratio(),
                    result.bare().size(), result.heapMegabytes(), result.peakMegabytes());
        }
        out.flush();
    }

    private static void line(PrintWriter out, String name, List<BenchRounds.Round> rounds, BenchRounds.Latency latency) {
        out.printf(Locale.ROOT, "%-8s %8.0f %10.1f ms %10.1f ms %7.0f ms %7.0f ms%n", name, median(rounds, BenchRounds.Round::perSecond),
                median(rounds, BenchRounds.Round::programMs), median(rounds, BenchRounds.Round::databaseMs), latency.p50(), latency.p99());
    }

    private ObjectNode document() {
        ObjectNode document = EventCodec.JSON.createObjectNode();
        document.set("bare", document(result.bare(), result.bareLatency()));
        document.set("whole", document(result.whole(), result.wholeLatency()));
        return document.put("ratio", result.ratio()).put("rounds", result.bare().size())
                .put("heapMegabytes", result.heapMegabytes()).put("peakMegabytes", result.peakMegabytes());
    }

    private static ObjectNode document(List<BenchRounds.Round> rounds, BenchRounds.Latency latency) {
        return EventCodec.JSON.createObjectNode().put("perSecond", median(rounds, BenchRounds.Round::perSecond))
                .put("programCpuMs", median(rounds, BenchRounds.Round::programMs))
                .put("databaseCpuMs", median(rounds, BenchRounds.Round::databaseMs)).put("p50Ms", latency.p50()).put("p99Ms", latency.p99());
    }

    private static double median(List<BenchRounds.Round> rounds, ToDoubleFunction<BenchRounds.Round> of) {
        return BenchRounds.median(rounds.stream().map(of::applyAsDouble).toList());
    }
}
