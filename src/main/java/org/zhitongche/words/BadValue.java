package org.zhitongche.words;

/** What was to be filled into a template is missing, or would read as something else. */
public final class BadValue extends RuntimeException {

    public enum Fault { MISSING, HOSTILE }

    private final String name;
    private final Fault fault;

    BadValue(String name, Fault fault) {
        super("{{" + name + "}} " + (fault == Fault.MISSING ? "is missing" : "holds control characters"), null, false, false);
        this.name = name;
        this.fault = fault;
    }

    public String name() {
        return name;
    }

    public Fault fault() {
        return fault;
    }
}
