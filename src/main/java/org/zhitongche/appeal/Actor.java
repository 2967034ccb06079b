package org.zhitongche.appeal;

import com.fasterxml.jackson.annotation.JsonIgnore;

/**
 * Who does something. Officers appear by the wording of their role.
 *
 * @param id   the person, principal or address
 * @param unit the department's code or the firm's credit code, none for the centre and the system
 * @param signs may release a reply in the name of the unit; history does not keep it
 */
public record Actor(Kind kind, String id, String name, String unit, @JsonIgnore boolean signs) {

    /** SENDER is a firm that has not yet shown who it is. */
    public enum Kind { SYSTEM, FIRM, SENDER, DEPARTMENT, CENTRE, SUPERVISOR }

    /** One who may sign. */
    public Actor(Kind kind, String id, String name, String unit) {
        this(kind, id, name, unit, true);
    }

    public static final Actor SYSTEM = new Actor(Kind.SYSTEM, "system", "系统", null);

    public boolean is(Kind wanted) {
        return kind == wanted;
    }

    /** The name under which an action's id is remembered: the same id from somebody else is another action. */
    public String principal() {
        return kind + ":" + (unit == null ? id : unit);
    }
}
