package org.zhitongche.web;

import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principal;

/** Who may come in. What stands behind an id is checked by the query itself, not here. */
public interface Guard {

    Guard ANYONE = viewer -> true;
    Guard SIGNED_IN = Viewer::isKnown;
    Guard FIRM = Viewer::isFirm;
    Guard DEPARTMENT = Viewer::isDepartment;
    Guard CENTRE = roles(PersonRole.CENTRE);
    Guard OVERSIGHT = roles(PersonRole.CENTRE, PersonRole.SUPERVISOR);
    Guard SYSTEM_ADMIN = roles(PersonRole.SYSTEM_ADMIN);
    Guard ADMINS = roles(PersonRole.SYSTEM_ADMIN, PersonRole.SECURITY_ADMIN, PersonRole.AUDIT_ADMIN);
    Guard ADMIN_SURFACE = OVERSIGHT.or(ADMINS);

    Guard MACHINE = Viewer::isMachine;
    Guard SUBMITTER = viewer -> viewer.principal() == Principal.Kind.SUBMITTER
        || viewer.principal() == Principal.Kind.PLATFORM;

    boolean admits(Viewer viewer);

    static Guard roles(PersonRole... any) {
        return viewer -> viewer.hasAny(any);
    }

    default Guard or(Guard other) {
        return viewer -> admits(viewer) || other.admits(viewer);
    }
}
