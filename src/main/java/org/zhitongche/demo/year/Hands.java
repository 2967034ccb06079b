package org.zhitongche.demo.year;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.Door;

/** How the people of the year do something: by the one way to act, as every door does. */
final class Hands {

    static final Actor CENTRE = new Actor(Actor.Kind.CENTRE, "centre", "中心坐席", null);

    private final Acts acts;
    private final Appeals appeals;

    Hands(Acts acts, Appeals appeals) {
        this.acts = acts;
        this.appeals = appeals;
    }

    Appeal look(UUID appeal) {
        return appeals.getAppeal(appeal);
    }

    /** One after the other. @return the appeal after them */
    Appeal act(Actor actor, UUID appeal, List<Action> actions) {
        actions.forEach(action -> acts.act(new ActRequest(null, actor, Door.WEB, appeal, null, null, "", action)));
        return look(appeal);
    }

    Appeal act(Actor actor, UUID appeal, Action action) {
        return act(actor, appeal, List.of(action));
    }

    static Actor officer(String department) {
        return new Actor(Actor.Kind.DEPARTMENT, department, "经办签发岗", department);
    }
}
