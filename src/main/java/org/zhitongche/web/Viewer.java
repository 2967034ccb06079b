package org.zhitongche.web;

import java.util.Arrays;
import java.util.Set;
import org.zhitongche.directory.Person;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principal;

/**
 * Who is looking: nobody known, a person with roles, or a machine with an API key.
 *
 * @param kind       how they came to be known
 * @param id         the person's id or the key's name
 * @param display    how pages address them, by role and never by personal name
 * @param department code of the own department, if any
 * @param uscc       credit code of the own firm, if any
 * @param unit       name of that department or firm
 * @param principal  what a machine may do; null for people
 */
public record Viewer(Kind kind, String id, String login, String display, Set<PersonRole> roles,
                     String department, String uscc, String unit, Principal.Kind principal) {

    public enum Kind { ANONYMOUS, PERSON, MACHINE }

    public static final Viewer ANONYMOUS = new Viewer(Kind.ANONYMOUS, null, null, null,
        Set.of(), null, null, null, null);

    static Viewer of(Person person, String unit) {
        return new Viewer(Kind.PERSON, person.id().toString(), person.login(), person.display(), person.roles(),
            person.department(), person.uscc(), unit, null);
    }

    static Viewer of(Principal key, String unit) {
        return new Viewer(Kind.MACHINE, key.name(), key.name(), key.name(), Set.of(), key.department(), key.uscc(),
            unit, key.kind());
    }

    public boolean isKnown() {
        return kind != Kind.ANONYMOUS;
    }

    public boolean isMachine() {
        return kind == Kind.MACHINE;
    }

    public boolean has(PersonRole role) {
        return roles.contains(role);
    }

    public boolean hasAny(PersonRole... any) {
        return Arrays.stream(any).anyMatch(roles::contains);
    }

    /** Acts for a firm. */
    public boolean isFirm() {
        return uscc != null && (principal == Principal.Kind.SUBMITTER || has(PersonRole.FIRM_AGENT));
    }

    /** Acts for a department, in whatever part. */
    public boolean isDepartment() {
        return department != null
            && (principal == Principal.Kind.DEPARTMENT || roles.stream().anyMatch(PersonRole.OF_A_DEPARTMENT::contains));
    }

    public boolean isCentre() {
        return has(PersonRole.CENTRE);
    }

    public boolean isSupervisor() {
        return has(PersonRole.SUPERVISOR);
    }

    /** The surface on which they work. */
    public Surface home() {
        if (Guard.ADMIN_SURFACE.admits(this)) {
            return Surface.ADMIN;
        }
        return isDepartment() ? Surface.DESK : Surface.FIRM;
    }

    /** Where they begin after signing in: at their work, and a firm at its appeals. */
    String start() {
        return isFirm() && home() == Surface.FIRM ? "/appeals" : home().home();
    }
}
