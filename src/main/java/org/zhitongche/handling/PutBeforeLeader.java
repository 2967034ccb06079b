package org.zhitongche.handling;

import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Event;

/** 直转件: the centre puts a serious case straight before a leader. @param office of the leader, never a name */
public record PutBeforeLeader(String office, String summary) implements Action {

    private static final int LONGEST_OFFICE = 60;

    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal appeal = change.appeal();
        change.require(!appeal.state().ended(), "appeal.ended");
        Who.needText(change, office, "office");
        change.require(office.strip().length() <= LONGEST_OFFICE, "leader.office-long", LONGEST_OFFICE);
        Who.needText(change, summary, "summary");
        change.raise(new Event.PutBeforeLeader(UUID.randomUUID(), appeal.number() + "-Z" + (appeal.leaderReports().size() + 1),
                office.strip(), change.text(Change.TextKind.SUMMARY, summary)));
    }
}
