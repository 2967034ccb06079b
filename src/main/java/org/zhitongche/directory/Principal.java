package org.zhitongche.directory;

/** A machine that signs in: a user of the broker, a key of the API. */
public record Principal(String name, Kind kind, String department, String uscc, boolean active) {

    /** What it may do: everything; act for its department; submit appeals; read events. */
    public enum Kind { PLATFORM, DEPARTMENT, SUBMITTER, SUBSCRIBER }
}
