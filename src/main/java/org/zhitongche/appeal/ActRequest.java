package org.zhitongche.appeal;

import java.util.UUID;

/**
 * An action on its way to {@code direct:act}, whatever door it came by.
 *
 * @param actionId        the sender's own id: sent twice, it is answered as the first time; null for none
 * @param appeal          or null where {@code assignment} says it
 * @param expectedVersion the version the user saw; null where the sender cannot know it
 * @param content         all that the sender said, canonically: the same id with other content is refused
 */
public record ActRequest(String actionId, Actor actor, Door door, UUID appeal, UUID assignment,
                         Integer expectedVersion, String content, Action action) {}
