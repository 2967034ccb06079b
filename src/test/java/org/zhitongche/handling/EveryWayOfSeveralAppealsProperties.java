package org.zhitongche.handling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.lang.reflect.RecordComponent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealState;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.handling.Walk.Move;

/** Whatever is split, merged and parted in whatever order: each appeal stands where the procedure knows it, each firm has its own, and nothing counts twice. */
class EveryWayOfSeveralAppealsProperties {

    private static TestDatabase db;
    private static Directory directory;

    @BeforeContainer
    static void open() {
        db = new TestDatabase();
        directory = FilledDirectory.in(db.database());
    }

    @AfterContainer
    static void close() {
        db.afterAll(null);
    }

    record Beginning(Instant at, long seed) {
        WalkOfSeveral walk() {
            return new WalkOfSeveral(at, seed, directory);
        }
    }

    @Property(tries = 40)
    void eachStandsWhereTheProcedureKnowsItAndNothingCountsTwice(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        WalkOfSeveral walk = beginning.walk();
        for (Move move : moves) {
            walk.make(move);
            for (Appeal appeal : walk.memory.all()) {
                EveryWayOfAnAppealProperties.check(appeal, walk.memory.now());
                fitsTheOthers(walk, appeal);
                countsOnce(walk, appeal);
            }
        }
        walk.memory.all().forEach(appeal -> EveryWayOfAnAppealProperties.checkProofs(appeal, walk.memory.givenTimes(appeal.id())));
    }

    @Property(tries = 40)
    void partedEveryFirmHasItsOwnAgainOnTheClockItAlwaysHad(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        WalkOfSeveral walk = beginning.walk();
        Map<UUID, Own> before = new HashMap<>();
        for (Move move : moves) {
            walk.memory.all().forEach(appeal -> before.put(appeal.id(), Own.of(appeal)));
            walk.make(move);
            for (Appeal appeal : walk.memory.all()) {
                Own own = before.get(appeal.id());
                if (own == null) {
                    continue;
                }
                assertEquals(own.firm(), appeal.uscc());
                assertEquals(own.received(), appeal.firstReceived());
                if (own.start() != null) {
                    assertEquals(own.start(), appeal.limit().start(), "what it waits for began with its first dispatch, its own or the joint one");
                }
                if (own.merged() && appeal.mergedInto() == null) {
                    assertTrue(walk.memory.all().stream().noneMatch(each -> each.children().stream().anyMatch(child -> child.id().equals(appeal.id()))));
                    assertEquals(List.of(), appeal.jointUnits());
                    assertNull(appeal.supplyJointlyBy());
                }
            }
        }
    }

    @Property(tries = 30)
    void whoeverMustStandAsideAndEveryOtherFirmSeesNothing(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        WalkOfSeveral walk = beginning.walk();
        for (Move move : moves) {
            walk.make(move);
            for (Appeal appeal : walk.memory.all()) {
                Appeal handled = appeal.mergedInto() == null ? appeal : walk.memory.get(appeal.mergedInto());
                Set<String> aside = new HashSet<>(appeal.recused());
                aside.addAll(handled.recused());
                for (String unit : aside) {
                    assertFalse(knows(Desk.department(unit), handled), unit + " must stand aside and has the case");
                    assertTrue(handled.assignments().stream().noneMatch(part -> part.department().equals(unit) && works(part)), unit + " must stand aside and has work");
                }
                for (String firm : WalkOfSeveral.FIRMS) {
                    assertEquals(firm.equals(appeal.uscc()), knows(Desk.firm(firm), appeal));
                }
                learnsOfNoOther(walk, appeal);
            }
            keptApart(walk.memory.all().stream().map(appeal -> walk.memory.history(appeal.id())).toList());
        }
    }

    @Property(tries = 25)
    void everyFirmIsAskedOnceAboutOneAnswer(@ForAll("beginnings") Beginning beginning, @ForAll("moves") List<Move> moves) {
        WalkOfSeveral walk = beginning.walk();
        for (Move move : moves) {
            walk.make(move);
            for (Appeal joint : walk.memory.all()) {
                List<Appeal> together = new ArrayList<>(List.of(joint));
                joint.children().forEach(child -> together.add(walk.memory.get(child.id())));
                for (String firm : WalkOfSeveral.FIRMS) {
                    assertTrue(together.stream().filter(each -> each.uscc().equals(firm) && each.surveyOpen() && each.completedAt().equals(joint.completedAt())).count() <= 1,
                            "one firm is asked twice about one answer");
                }
            }
        }
    }

    @Example
    void theWalksSplitMergePartAskAnswerAndObject() {
        Random die = new Random(1);
        Set<Class<?>> seen = new HashSet<>();
        for (int n = 0; n < 80; n++) {
            WalkOfSeveral walk = new WalkOfSeveral(Instant.parse("2019-01-07T02:00:00Z").plusSeconds(die.nextInt(86_400 * 300)), die.nextLong(), directory);
            for (int m = 0; m < 60; m++) {
                walk.make(new Move(die.nextInt(WalkOfSeveral.kinds()), die.nextLong(), die.nextInt(die.nextInt(10) == 0 ? 6_000 : 300)));
            }
            walk.memory.all().forEach(appeal -> walk.memory.history(appeal.id()).forEach(stored -> seen.add(stored.event().getClass())));
            seen.addAll(walk.done());
        }
        List<Class<?>> wanted = List.of(Split.class, Merge.class, Unmerge.class, Event.HandledJointly.class, Event.AnsweredJointly.class,
                Event.AskedJointly.class, Event.SuppliedJointly.class, Event.ChildAsked.class, Event.ChildHeard.class, Event.LetGo.class);
        assertEquals(List.of(), wanted.stream().filter(each -> !seen.contains(each)).toList(), "a way that no walk took proves nothing");
    }

    /** What stays the firm's own whatever it is handled with. */
    private record Own(String firm, Instant received, Instant start, boolean merged) {
        static Own of(Appeal appeal) {
            return new Own(appeal.uscc(), appeal.firstReceived(), appeal.limit() == null ? null : appeal.limit().start(), appeal.mergedInto() != null);
        }
    }

    private static void fitsTheOthers(WalkOfSeveral walk, Appeal appeal) {
        if (appeal.mergedInto() != null) {
            Appeal joint = walk.memory.get(appeal.mergedInto());
            assertTrue(joint.children().stream().anyMatch(child -> child.id().equals(appeal.id())), "the joint case does not know its child");
            assertNull(joint.mergedInto(), "a joint case is nobody's child");
            assertTrue(appeal.children().isEmpty());
            assertTrue(appeal.assignments().stream().noneMatch(EveryWayOfSeveralAppealsProperties::works), "a child has work of its own");
            if (appeal.state().open()) {
                assertTrue(joint.state().open(), "the child is open, and what it is handled with is not");
                assertEquals(joint.suspendedAt() == null, appeal.suspendedAt() == null);
                assertTrue(joint.acceptedAt() == null || appeal.acceptedAt() != null, "what it is handled with is accepted, and it is not");
            }
        }
        appeal.children().forEach(child -> assertEquals(appeal.id(), walk.memory.get(child.id()).mergedInto()));
        for (Event.Piece piece : appeal.pieces()) {
            assertEquals(AppealState.SPLIT, appeal.state());
            assertEquals(appeal.id(), walk.memory.get(piece.id()).pieceOf());
            assertTrue(piece.number().matches(appeal.number() + "-[1-9]"));
        }
    }

    /** In the cohort a matter is once: neither the whole beside its pieces nor a child beside its joint case. */
    private static void countsOnce(WalkOfSeveral walk, Appeal appeal) {
        boolean counted = walk.memory.counted(appeal.id());
        assertTrue(!counted || appeal.mergedInto() == null && appeal.pieces().isEmpty());
        boolean begun = appeal.acceptedAt() != null && appeal.state() != AppealState.WITHDRAWN && appeal.state() != AppealState.NOT_ACCEPTED;
        assertTrue(counted || !begun || appeal.mergedInto() != null || !appeal.pieces().isEmpty(), "an accepted matter counts nowhere");
    }

    /** No event of a child names another appeal or firm, except its joint case by an id that no firm is shown. */
    private static void learnsOfNoOther(WalkOfSeveral walk, Appeal appeal) {
        if (appeal.mergedInto() == null) {
            return;
        }
        for (StoredEvent stored : walk.memory.history(appeal.id())) {
            String said = new String(stored.body(), java.nio.charset.StandardCharsets.UTF_8);
            if (!ofOthers(stored.event())) {
                walk.memory.all().stream().filter(other -> !other.id().equals(appeal.id()) && !other.id().equals(appeal.pieceOf()))
                        .forEach(other -> assertFalse(said.contains("\"" + other.number() + "\""), stored.event() + " names another appeal"));
            }
        }
    }

    /** What an appeal that was a joint case once heard of its children, for those who handle it. */
    private static boolean ofOthers(Event event) {
        return event instanceof Event.TookIn || event instanceof Event.LetGo || event instanceof Event.ChildHeard || event instanceof Event.ChildAsked;
    }

    /** Each appeal has its own copy of what is said in it, so that one can be erased without the others. */
    private static void keptApart(List<List<StoredEvent>> histories) {
        Set<UUID> known = new HashSet<>();
        for (List<StoredEvent> history : histories) {
            Set<UUID> own = new HashSet<>();
            history.forEach(stored -> collect(stored.event(), own));
            own.forEach(id -> assertTrue(known.add(id), "a text stands in two appeals"));
        }
    }

    private static void collect(Object of, Set<UUID> found) {
        if (of instanceof TextRef text) {
            found.add(text.id());
        } else if (of instanceof FileRef file) {
            found.add(file.id());
        } else if (of instanceof Collection<?> several) {
            several.forEach(each -> collect(each, found));
        } else if (of instanceof Record record) {
            for (RecordComponent component : record.getClass().getRecordComponents()) {
                try {
                    component.getAccessor().setAccessible(true);
                    collect(component.getAccessor().invoke(record), found);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }

    private static boolean works(Assignment part) {
        return part.state().open() || part.state() == AssignmentState.SENT_BACK;
    }

    private static boolean knows(Actor actor, Appeal appeal) {
        return EveryWayOfAnAppealProperties.has(actor, appeal);
    }

    @Provide
    Arbitrary<Beginning> beginnings() {
        Arbitrary<Instant> moments = Arbitraries.longs().between(0, 5 * 365 * 24 * 60L)
                .map(minutes -> Instant.parse("2019-01-01T00:00:00Z").plusSeconds(minutes * 60));
        return Combinators.combine(moments, Arbitraries.longs()).as(Beginning::new);
    }

    @Provide
    Arbitrary<List<Move>> moves() {
        Arbitrary<Integer> minutes = Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.integers().between(0, 240)),
                Tuple.of(3, Arbitraries.integers().between(0, 3 * 1440)), Tuple.of(1, Arbitraries.integers().between(0, 12 * 1440)));
        return Combinators.combine(Arbitraries.integers().between(0, WalkOfSeveral.kinds() - 1), Arbitraries.longs(), minutes).as(Move::new)
                .list().ofMinSize(5).ofMaxSize(60);
    }
}
