package org.zhitongche.web.desk;

import org.zhitongche.appeal.Actor;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Viewer;

/** As whom a viewer acts: at the desk for the own department, on the centre's pages for the centre or as a supervisor. */
public final class Actors {

    private Actors() {
    }

    public static Actor of(Viewer viewer, Surface surface) {
        if (surface == Surface.DESK) {
            return new Actor(Actor.Kind.DEPARTMENT, viewer.id(), viewer.display(), viewer.department(),
                viewer.has(PersonRole.SIGNER));
        }
        Actor.Kind kind = viewer.isCentre() ? Actor.Kind.CENTRE : Actor.Kind.SUPERVISOR;
        return new Actor(kind, viewer.id(), viewer.display(), null);
    }
}
