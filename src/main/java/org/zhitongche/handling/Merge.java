package org.zhitongche.handling;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Refusal;

/**
 * 并案 by the centre: appeals of one firm or of many are handled as one, the joint case that this is done to. Every firm
 * gets its reply and is asked; none learns of another.
 */
public record Merge(List<Child> children, String reason) implements Action {

    private static final int MOST = 50;

    /** @param version that the user saw; null where he cannot know it */
    public record Child(UUID appeal, Integer version) {}

    @Override
    public Set<UUID> others() {
        return children.stream().map(Child::appeal).collect(Collectors.toSet());
    }

    @Override
    public void decide(Change change) {
        Who.centre(change);
        Who.needText(change, reason, "reason");
        Appeal joint = change.appeal();
        change.require(!children.isEmpty(), "merge.nothing");
        change.require(children.size() + joint.children().size() <= MOST, "merge.too-many", MOST);
        change.require(others().size() == children.size(), "merge.twice");
        check(change, joint);
        for (Child child : children) {
            take(change, change.of(child.appeal()), child.version());
        }
        Optional<Appeal> hurried = children.stream().map(child -> change.of(child.appeal()).appeal()).filter(Appeal::priority).findFirst();
        if (hurried.isPresent() && !joint.priority()) {
            change.raise(new Event.Prioritised(List.of("priority.joint"), hurried.get().share().toString()));
            Clocks.changeTerm(change, "clock.priority");
        }
    }

    /** Open, with nothing handed in, by itself. */
    private static void check(Change change, Appeal appeal) {
        change.require(appeal.state().open(), "merge.not-open", appeal.number());
        change.require(appeal.suspendedAt() == null, "appeal.suspended");
        change.require(!appeal.answered(), "merge.answered", appeal.number());
        change.require(appeal.mergedInto() == null, "merge.merged", appeal.number());
    }

    private void take(Change joint, Change child, Integer seen) {
        Appeal appeal = child.appeal();
        joint.require(!appeal.id().equals(joint.appeal().id()), "merge.itself");
        if (seen != null && seen != appeal.version()) {
            throw new Refusal("version.changed", seen, appeal.version());
        }
        check(joint, appeal);
        joint.require(!appeal.joint(), "merge.joint", appeal.number());
        joint.appeal().assignments().stream().filter(Merge::atWork).map(Assignment::department).filter(appeal.recused()::contains)
                .findFirst().ifPresent(unit -> {
                    throw new Refusal("merge.recused", unit, appeal.number());
                });
        Clocks.runAgain(child);
        List<UUID> cancelled = appeal.assignments().stream().filter(Merge::atWork).map(Assignment::id).toList();
        child.raise(new Event.Merged(joint.appeal().id(), child.text(Change.TextKind.REASON, reason), cancelled));
        joint.raise(new Event.TookIn(appeal.id(), appeal.number(), List.copyOf(appeal.recused()),
                List.copyOf(appeal.recusedPersons())));
    }

    static boolean atWork(Assignment part) {
        return part.state().open() || part.state() == AssignmentState.SENT_BACK;
    }
}
