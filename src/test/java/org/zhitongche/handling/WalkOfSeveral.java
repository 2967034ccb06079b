package org.zhitongche.handling;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealsInMemory;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Type;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.directory.Directory;
import org.zhitongche.handling.Walk.Command;
import org.zhitongche.handling.Walk.Move;
import org.zhitongche.intake.Submitting;
import org.zhitongche.supervision.Turning;
import org.zhitongche.survey.Asking;

/** Appeals of three firms, one of which has two, split, merged and parted among all else that can be done to them. */
final class WalkOfSeveral {

    static final List<String> FIRMS = List.of(Desk.FIRM, "91350200MA0000002X", "91350200MA0000003X", Desk.FIRM);
    private static final int OF_SEVERAL = 8;

    final AppealsInMemory memory;
    private final List<BiFunction<Appeal, Random, Command>> commands;
    private final List<Class<?>> done = new ArrayList<>();

    WalkOfSeveral(Instant start, long seed, Directory directory) {
        commands = Walk.commands(directory);
        memory = new AppealsInMemory(Walk.TERMS, start);
        Random die = new Random(seed);
        for (int n = 0; n < FIRMS.size(); n++) {
            memory.create(Submitting.of(Walk.draft(start, die.nextInt(3) > 0, Type.ASSISTANCE, die.nextInt(4) == 0, FIRMS.get(n), die),
                    "350200-20260305-00000" + n, "350200"));
        }
    }

    /** How many kinds of move there are: those of one appeal, and as many of several. */
    static int kinds() {
        return Walk.KINDS + OF_SEVERAL * 3;
    }

    void make(Move move) {
        memory.pass(Duration.ofMinutes(move.minutes()));
        rounds();
        Random die = new Random(move.die());
        Appeal appeal = one(memory.all(), die);
        Command command = move.kind() < Walk.KINDS ? commands.get(move.kind()).apply(appeal, die) : ofSeveral(move.kind() % OF_SEVERAL, appeal, die);
        if (command == null) {
            return;
        }
        Actor actor = command.actor().is(Actor.Kind.FIRM) ? firmOf(appeal) : command.actor();
        try {
            memory.act(appeal.id(), actor, new Theirs(command.action()));
            done.add(command.action().getClass());
        } catch (Refusal | Unknown refused) {
            // many sequences are not allowed; what matters is how all stand after them
        }
    }

    /** Only on an appeal that the actor has. */
    private record Theirs(Action action) implements Action {
        @Override
        public void decide(Change change) {
            Who.has(change);
            action.decide(change);
        }

        @Override
        public Set<UUID> others() {
            return action.others();
        }
    }

    static Actor firmOf(Appeal appeal) {
        return new Actor(Actor.Kind.FIRM, "agent", "经办人", appeal.uscc());
    }

    private Command ofSeveral(int kind, Appeal appeal, Random die) {
        return switch (kind) {
            case 0 -> Walk.centre(new Split(List.of(piece("用地", die), piece("用电", die)), "两个事项"));
            case 1, 2 -> Walk.centre(new Merge(List.of(new Merge.Child(one(memory.all(), die).id(), null)), "同一事项"));
            case 3 -> Walk.centre(new Merge(others(appeal, die).stream().map(each -> new Merge.Child(each.id(), null)).toList(), "同一事项"));
            case 4 -> Walk.centre(new Unmerge("事项不同", die.nextBoolean() ? List.of() : Walk.units(die)));
            case 5 -> ofJointPart(appeal, die, part -> new RequestInformation(part.id(), "请补充批复文件"));
            case 6 -> ofJointPart(appeal, die, part -> new ObjectToRating(part.id(), "已当面答复企业", List.of()));
            default -> appeal.mergedInto() == null ? null
                    : Walk.ofPart(memory.get(appeal.mergedInto()), die, part -> Walk.centre(new RuleOnObjection(part.id(), die.nextBoolean(), "依回访录音")));
        };
    }

    private List<Appeal> others(Appeal than, Random die) {
        List<Appeal> open = memory.all().stream().filter(each -> each.state().open() && !each.id().equals(than.id())).toList();
        return open.stream().limit(1 + die.nextInt(3)).toList();
    }

    /** Said to a child by a department that has the joint case. */
    private Command ofJointPart(Appeal child, Random die, Function<Assignment, Action> action) {
        return child.mergedInto() == null ? null : Walk.part(memory.get(child.mergedInto()), die, action);
    }

    private static Split.Piece piece(String title, Random die) {
        List<Routing.Unit> units = die.nextBoolean() ? List.of() : Walk.units(die);
        return new Split.Piece(title, title + "三个月未批。", "land", null, units);
    }

    /** Which kinds of command were ever allowed. */
    List<Class<?>> done() {
        return done;
    }

    /** What the house does by itself. */
    private void rounds() {
        for (Appeal each : memory.all()) {
            memory.act(each.id(), Actor.SYSTEM, Turning.lights());
            memory.act(each.id(), Actor.SYSTEM, Asking.lapse());
        }
    }

    private static <T> T one(List<T> all, Random die) {
        return all.get(die.nextInt(all.size()));
    }
}
