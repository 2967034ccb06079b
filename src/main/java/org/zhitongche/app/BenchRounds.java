package org.zhitongche.app;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;
import org.zhitongche.db.Database;

/** Runs both loops in turn, so that what the machine does besides meets both alike. */
final class BenchRounds {

    private static final int PACED = 200;

    private final Database database;
    private final BenchLoop bare;
    private final BenchLoop whole;
    private final IntFunction<String> title;
    private int made;

    /** One loop once through. Times in milliseconds of processor time an appeal. */
    record Round(double perSecond, double programMs, double databaseMs) {}

    /** From being put in to coming out, in milliseconds, at half the rate that the whole pipeline reached. */
    record Latency(double p50, double p99) {}

    record Result(List<Round> bare, List<Round> whole, Latency bareLatency, Latency wholeLatency, long heapMegabytes, long peakMegabytes) {

        double ratio() {
            return median(IntStream.range(0, bare.size()).mapToObj(n -> whole.get(n).perSecond() / bare.get(n).perSecond()).toList());
        }
    }

    /** @param title by which each can be told again at the other end */
    BenchRounds(Database database, BenchLoop bare, BenchLoop whole, IntFunction<String> title) {
        this.database = database;
        this.title = title;
        this.bare = bare;
        this.whole = whole;
    }

    /** @param warmUp what goes through both first, since a node that has just started is not what a node is */
    Result run(int warmUp, int appeals, int rounds) throws Exception {
        round(bare, warmUp);
        round(whole, warmUp);
        List<Round> bares = new ArrayList<>();
        List<Round> wholes = new ArrayList<>();
        for (int n = 0; n < rounds; n++) {
            bares.add(round(bare, appeals));
            wholes.add(round(whole, appeals));
        }
        double pace = median(wholes.stream().map(Round::perSecond).toList()) / 2;
        return new Result(bares, wholes, paced(bare, pace), paced(whole, pace), BenchCpu.heapMegabytes(), BenchCpu.peakMegabytes());
    }

    private Round round(BenchLoop loop, int appeals) throws Exception {
        List<Integer> numbers = next(appeals);
        List<String> titles = titles(numbers);
        BenchCpu before = BenchCpu.now(database);
        long start = System.nanoTime();
        loop.put(numbers, titles);
        double seconds = (loop.outlet().await(titles) - start) / 1e9;
        BenchCpu used = BenchCpu.now(database).since(before);
        return new Round(appeals / seconds, used.program() / 1e6 / appeals, used.database() / 1e6 / appeals);
    }

    private Latency paced(BenchLoop loop, double perSecond) throws Exception {
        List<Integer> numbers = next(PACED);
        List<String> titles = titles(numbers);
        long[] put = new long[PACED];
        long start = System.nanoTime();
        for (int n = 0; n < PACED; n++) {
            long wait = start + (long) (n * 1e9 / perSecond) - System.nanoTime();
            if (wait > 0) {
                Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
            }
            put[n] = System.nanoTime();
            loop.put(numbers.subList(n, n + 1), titles.subList(n, n + 1));
        }
        loop.outlet().await(titles);
        double[] millis = IntStream.range(0, PACED).mapToDouble(n -> (loop.outlet().when(titles.get(n)) - put[n]) / 1e6).sorted().toArray();
        return new Latency(millis[PACED / 2], millis[PACED * 99 / 100]);
    }

    private List<Integer> next(int count) {
        made += count;
        return IntStream.range(made - count, made).boxed().toList();
    }

    private List<String> titles(List<Integer> numbers) {
        return numbers.stream().map(title::apply).toList();
    }

    static double median(List<Double> values) {
        List<Double> sorted = values.stream().sorted().toList();
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
