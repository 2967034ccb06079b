package org.zhitongche.directory;

import java.time.LocalDate;
import java.util.UUID;

/**
 * 代理: on these days another acts, for a department or for an officer.
 *
 * @param department whose new matters go to {@code deputy}; null where it is an officer
 * @param person     who is away; {@code deputised} acts with that officer's powers and gets what goes to a head
 * @param to         the last day
 */
public record StandIn(UUID id, String department, UUID person, String deputy, UUID deputised, LocalDate from, LocalDate to,
                      String reason, String by) {

    public boolean isOn(LocalDate day) {
        return !day.isBefore(from) && !day.isAfter(to);
    }
}
