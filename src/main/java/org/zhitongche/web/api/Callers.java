package org.zhitongche.web.api;

import java.time.Duration;
import org.zhitongche.appeal.Actor;
import org.zhitongche.directory.Principal;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Limit;
import org.zhitongche.web.Viewer;
import org.zhitongche.web.Visit;

/** Who calls: machines by their keys, each as the actor that it speaks for. */
final class Callers {

    static final Guard PLATFORM = viewer -> viewer.principal() == Principal.Kind.PLATFORM;
    static final Guard DEPARTMENT = viewer -> viewer.principal() == Principal.Kind.DEPARTMENT;
    static final Guard FIRM = viewer -> viewer.isMachine() && viewer.isFirm();
    /** Those that have appeals of their own to look at. */
    static final Guard READER = PLATFORM.or(DEPARTMENT).or(FIRM);

    private final Limit perKey = new Limit(3_000, Duration.ofMinutes(1));

    /** Counts the call against the key's limit. */
    Actor use(Visit visit) {
        perKey.use(visit.viewer().id());
        return actor(visit.viewer());
    }

    private static Actor actor(Viewer viewer) {
        if (viewer.principal() == Principal.Kind.PLATFORM) {
            return new Actor(Actor.Kind.CENTRE, viewer.id(), viewer.display(), null);
        }
        boolean department = viewer.principal() == Principal.Kind.DEPARTMENT;
        return new Actor(department ? Actor.Kind.DEPARTMENT : Actor.Kind.FIRM, viewer.id(), viewer.unit(),
            department ? viewer.department() : viewer.uscc());
    }
}
