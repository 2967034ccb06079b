package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.doors.Pipeline;
import org.zhitongche.intake.Outcome;
import org.zhitongche.intake.Quarantined;
import org.zhitongche.intake.Replay;
import org.zhitongche.parts.BrokerConnections;
import org.zhitongche.words.Words;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** As the button under 隔离 does, for many at once: after a fault was mended, or for a whole door. */
@Command(name = "replay", mixinStandardHelpOptions = true,
        description = "Sends what was quarantined through its door again; exits with 1 where something stays there.")
final class ReplayCommand implements Callable<Integer> {

    private static final int PAGE = 500;

    @ArgGroup(multiplicity = "1")
    private What what;
    @Mixin
    private Common common;
    @Mixin
    private Output output;

    private static final class What {
        @Parameters(arity = "1..*", paramLabel = "ID", description = "as the page 隔离 has it in its address")
        private List<UUID> ids;
        @Option(names = "--door", description = "all that wait of this door: ${COMPLETION-CANDIDATES}")
        private Door door;
    }

    /** @param became null where nothing of that id waits in quarantine */
    private record Replayed(UUID id, Outcome became, Quarantined.Row row) {

        boolean still() {
            return became == null || became == Outcome.QUARANTINED;
        }
    }

    @Override
    public Integer call() {
        Settings settings = common.settings();
        try (House house = House.visit(settings);
                Pipeline inside = HousePipeline.of(house, BrokerConnections.connectTo("vm://none?create=false", null, null),
                        settings.number(Key.MAIL_IMAP_PORT), settings.number(Key.MAIL_SMTP_PORT))) {
            inside.startInside();
            Quarantined quarantined = new Quarantined(house.database, house.clock);
            List<Replayed> done = new ArrayList<>();
            for (UUID id : what.ids != null ? what.ids : waiting(quarantined, what.door)) {
                Outcome became = replay(inside.replay(), id);
                done.add(new Replayed(id, became, quarantined.find(id).orElse(null)));
            }
            print(done, house.words);
            return done.stream().anyMatch(Replayed::still) ? 1 : 0;
        }
    }

    private static Outcome replay(Replay replay, UUID id) {
        try {
            return replay.replay(id, Actor.SYSTEM);
        } catch (Unknown unknown) {
            return null;
        }
    }

    /** The oldest first, as they came. */
    private static List<UUID> waiting(Quarantined quarantined, Door door) {
        List<UUID> ids = new ArrayList<>();
        Instant before = null;
        UUID beforeId = null;
        List<Quarantined.Row> page;
        do {
            page = quarantined.list(true, before, beforeId, PAGE);
            for (Quarantined.Row row : page) {
                if (row.door() == door) {
                    ids.add(0, row.id());
                }
                before = row.receivedAt();
                beforeId = row.id();
            }
        } while (page.size() == PAGE);
        return ids;
    }

    private void print(List<Replayed> done, Words words) {
        long still = done.stream().filter(Replayed::still).count();
        output.print(() -> document(done, still).toPrettyString(), out -> {
            done.forEach(each -> out.println((each.still() ? "✗ " : "✓ ") + each.id() + "　" + line(each, words)));
            out.println(words.get("replay.done", done.size(), still));
        });
    }

    private static ObjectNode document(List<Replayed> done, long still) {
        ObjectNode document = EventCodec.JSON.createObjectNode().put("schema", "replay/1").put("replayed", done.size()).put("still", still);
        ArrayNode arrivals = document.putArray("arrivals");
        done.forEach(each -> document(arrivals.addObject(), each));
        return document;
    }

    private static void document(ObjectNode node, Replayed each) {
        node.put("arrival", each.id().toString()).put("outcome", each.became() == null ? null : each.became().name());
        if (each.row() != null) {
            node.put("door", each.row().door().name()).put("reason", each.row().reason()).put("detail", each.row().detail());
        }
    }

    private static String line(Replayed each, Words words) {
        if (each.became() == null) {
            return words.get("replay.unknown");
        }
        boolean told = each.still() && each.row() != null && each.row().detail() != null;
        return words.of("outcome", each.became()) + (told ? "：" + each.row().detail() : "");
    }
}
