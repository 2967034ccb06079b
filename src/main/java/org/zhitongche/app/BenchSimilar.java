package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.function.Function;
import java.util.function.IntConsumer;
import java.util.stream.IntStream;
import org.postgresql.PGConnection;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.db.Database;
import org.zhitongche.similar.Bands;
import org.zhitongche.similar.Grams;
import org.zhitongche.similar.Paraphrases;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Searching many appeals for like ones, beside reading one row by its key. A twentieth of them is one and the same letter. */
@Command(name = "similar", mixinStandardHelpOptions = true, description = "searching many appeals for like ones, beside a bare SELECT by primary key")
final class BenchSimilar implements Callable<Integer> {

    private static final int BATCH = 10_000;
    private static final int SAME = 20;
    private static final Actor CENTRE = new Actor(Actor.Kind.CENTRE, "bench", "bench", null);

    @Option(names = "--appeals", defaultValue = "1000000", description = "appeals that are searched (default: ${DEFAULT-VALUE})")
    private int appeals;
    @Option(names = "--searches", defaultValue = "300", description = "of each kind (default: ${DEFAULT-VALUE})")
    private int searches;
    @Mixin
    private BenchOptions options;
    @Spec
    private CommandSpec spec;

    private final Paraphrases letters = new Paraphrases(1);
    private final Random die = new Random(1);

    @Override
    public Integer call() throws IOException {
        options.common.settings();
        try (BenchFolder folder = options.folder();
             House house = House.open(Settings.load(options.common.config, Map.of(), folder.sets()), Function.identity())) {
            double filled = fill(house.database);
            print(filled, size(house.database), measure(house));
        }
        return 0;
    }

    /** Signatures are cut here, rows go in by the batch, the index is made at the end. */
    private double fill(Database database) {
        long start = System.nanoTime();
        database.sql().sql("drop index appeal_band_hash").update();
        String same = letters.letter();
        for (int from = 0; from < appeals; from += BATCH) {
            copy(database, from, Math.min(appeals, from + BATCH), same);
        }
        database.sql().sql("create index appeal_band_hash on appeal_band (hash, n desc)").update();
        database.sql().sql("""
                insert into appeal (id, number, version, head, state, type, source, door, uscc, verified, may_name, region, category, lead, title_id,
                    first_received, completed_at)
                select s.appeal_id, 'BENCH' || s.n, 1, '', case when s.n % 5 < 3 then 'ARCHIVED' else 'HANDLING' end, 'ASSISTANCE', 'API', 'API',
                    'F' || s.n % 20000, true, true, '350200', 'c' || s.n % 20, 'unit' || s.n % 50, s.appeal_id,
                    timestamptz '2026-01-01' + s.n * interval '20 seconds',
                    case when s.n % 5 < 3 then timestamptz '2026-01-05' + s.n * interval '20 seconds' end
                from appeal_signature s""").update();
        database.sql().sql("vacuum analyze").update();
        return (System.nanoTime() - start) / 1e9;
    }

    private void copy(Database database, int from, int to, String same) {
        List<String> texts = IntStream.range(from, to).mapToObj(n -> n % SAME == 0 ? same : text()).toList();
        List<Grams> grams = texts.parallelStream().map(text -> Grams.of(null, text)).toList();
        StringBuilder signatures = new StringBuilder();
        StringBuilder bands = new StringBuilder();
        for (int n = from; n < to; n++) {
            Grams each = grams.get(n - from);
            signatures.append(n + 1).append('\t').append(new UUID(7, n)).append("\t\\\\x").append(HexFormat.of().formatHex(each.toBytes())).append("\tt\n");
            for (int band : Bands.of(each)) {
                bands.append(band).append('\t').append(n + 1).append('\n');
            }
        }
        database.tx().executeWithoutResult(status -> {
            copy(database, "appeal_signature (n, appeal_id, grams, compared)", signatures);
            copy(database, "appeal_band (hash, n)", bands);
        });
    }

    private static void copy(Database database, String table, StringBuilder rows) {
        InputStream bytes = new ByteArrayInputStream(rows.toString().getBytes(StandardCharsets.US_ASCII));
        try (Connection connection = database.dataSource().getConnection()) {
            connection.unwrap(PGConnection.class).getCopyAPI().copyIn("copy " + table + " from stdin", bytes);
            if (!connection.getAutoCommit()) {
                connection.commit();
            }
        } catch (SQLException | IOException e) {
            throw new CommandFailure("filling failed: " + e.getMessage());
        }
    }

    /** A made-up matter, and beside it words by chance, common ones more often, so that letters have in common what real ones have. */
    private String text() {
        StringBuilder text = new StringBuilder(letters.letter());
        for (int n = 0; n < 60; n++) {
            int word = (int) (5_000 * Math.pow(die.nextDouble(), 3));
            text.append((char) (0x4e00 + word * 3 % 20_000)).append((char) (0x4e00 + word * 7 % 20_000));
        }
        return text.toString();
    }

    private Map<String, double[]> measure(House house) {
        String same = new Paraphrases(1).letter();
        Map<String, double[]> kinds = new LinkedHashMap<>();
        List<String> texts = IntStream.range(0, searches).mapToObj(n -> text()).toList();
        kinds.put("select", times(n -> house.database.sql().sql("select * from appeal where id = ?").param(new UUID(7, die.nextInt(appeals)))
                .query().listOfRows()));
        kinds.put("like", times(n -> house.similar.cases().listLike(CENTRE, null, texts.get(n), 5)));
        kinds.put("likeTheMass", times(n -> house.similar.cases().listLike(CENTRE, null, same, 5)));
        kinds.put("decided", times(n -> house.similar.cases().listDecided(CENTRE, new UUID(7, die.nextInt(appeals)), 5)));
        return kinds;
    }

    /** Milliseconds, ascending, after some to warm up. */
    private double[] times(IntConsumer search) {
        IntStream.range(0, Math.min(30, searches)).forEach(search);
        double[] times = new double[searches];
        for (int n = 0; n < searches; n++) {
            long start = System.nanoTime();
            search.accept(n);
            times[n] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(times);
        return times;
    }

    private static long size(Database database) {
        return database.sql().sql("select pg_total_relation_size('appeal_signature') + pg_total_relation_size('appeal_band')").query(Long.class)
                .single() >> 20;
    }

    private void print(double filled, long megabytes, Map<String, double[]> kinds) {
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode document = EventCodec.JSON.createObjectNode().put("appeals", appeals).put("fillSeconds", filled).put("indexMegabytes", megabytes);
        kinds.forEach((kind, times) -> document.putObject(kind).put("p50Ms", at(times, 0.5)).put("p95Ms", at(times, 0.95)).put("mostMs", at(times, 1)));
        if (options.json) {
            out.println(document.toPrettyString());
        } else {
            out.printf(Locale.ROOT, "%d 件诉求（其中二十分之一为同一内容）　写入 %.0f 秒　指纹与索引 %d MB%n", appeals, filled, megabytes);
            Map<String, String> names = Map.of("select", "主键查询一行", "like", "查相似诉求", "likeTheMass", "查大量重复的内容", "decided", "查相似办结件");
            kinds.forEach((kind, times) -> out.printf(Locale.ROOT, "%s　p50 %.1f ms　p95 %.1f ms　最长 %.1f ms%n", names.get(kind), at(times, 0.5),
                    at(times, 0.95), at(times, 1)));
        }
        out.flush();
    }

    private static double at(double[] sorted, double share) {
        return sorted[Math.min(sorted.length - 1, (int) (sorted.length * share))];
    }
}
