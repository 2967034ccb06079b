package org.zhitongche.directory;

import java.time.Instant;
import java.util.UUID;

/** Somebody who speaks for a firm; {@code name} is a role wording such as 经办人. */
public record EnterpriseContact(
        UUID id, String uscc, String name, String email, String phone, boolean registered, Instant verifiedAt) {}
