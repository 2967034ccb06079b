package org.zhitongche.directory;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;

/**
 * Somebody who signs in.
 *
 * @param display    how pages name the person: a role wording, or the name the house uses
 * @param department of an officer, else null
 * @param uscc       of a firm's agent, else null
 */
public record Person(
        UUID id, String login, String display, Set<PersonRole> roles, String department, String uscc, String email,
        boolean active, Instant createdAt) {

    public boolean has(PersonRole role) {
        return roles.contains(role);
    }
}
