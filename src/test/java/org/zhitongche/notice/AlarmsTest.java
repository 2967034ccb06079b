package org.zhitongche.notice;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;

class AlarmsTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    void theSameAgainOnlyCountsUntilSomebodyHasSeenIt() {
        MutableClock clock = new MutableClock(Instant.parse("2026-03-05T02:00:00Z"));
        Alarms alarms = new Alarms(db.database(), clock);
        alarms.raise(PersonRole.CENTRE, "mail.poison", "box-1", "first");
        clock.advance(Duration.ofMinutes(1));
        alarms.raise(PersonRole.CENTRE, "mail.poison", "box-1", "second");
        alarms.raise(PersonRole.CENTRE, "mail.poison", "box-2", "other");
        alarms.raise(PersonRole.SUPERVISOR, "appeal.overdue", "n", "theirs");
        List<Alarm> open = alarms.list(PersonRole.CENTRE, true, 10);
        assertEquals(List.of("box-2", "box-1"), open.stream().map(Alarm::key).toList());
        Alarm twice = open.get(1);
        assertEquals(2, twice.count());
        assertEquals("second", twice.text());
        assertEquals(clock.instant(), twice.lastAt());
        assertEquals(Map.of("mail.poison", 2L, "appeal.overdue", 1L), alarms.openByKind());

        assertTrue(alarms.seen(twice.id(), "centre-1"));
        assertFalse(alarms.seen(twice.id(), "centre-2"), "the first one keeps the credit");
        alarms.raise(PersonRole.CENTRE, "mail.poison", "box-1", "again");
        assertEquals(1, alarms.list(PersonRole.CENTRE, true, 10).get(0).count());
        assertEquals("centre-1", alarms.list(null, false, 10).get(0).seenBy());
    }
}
