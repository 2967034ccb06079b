package org.zhitongche.directory;

import java.util.Set;

/** What a person may do. The three administrators (三员) exclude each other. */
public enum PersonRole {
    FIRM_AGENT, RECEIVER, HANDLER, REVIEWER, SIGNER, CENTRE, SUPERVISOR, SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN;

    public static final Set<PersonRole> OF_A_DEPARTMENT = Set.of(RECEIVER, HANDLER, REVIEWER, SIGNER);
    public static final Set<PersonRole> ADMINS = Set.of(SYSTEM_ADMIN, SECURITY_ADMIN, AUDIT_ADMIN);
}
