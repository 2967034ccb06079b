package org.zhitongche.app;

import java.time.LocalDate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.TakeOvers;
import org.zhitongche.dispatch.Consistency;
import org.zhitongche.dispatch.OpenParts;
import org.zhitongche.time.Zone;

/** At the start and once a day, since departments go and come with the date: what does not fit together among rules of dispatch and departments is a line of the log and an alarm of the centre. */
final class DispatchCheck {

    private static final Logger LOG = LoggerFactory.getLogger(DispatchCheck.class);

    private DispatchCheck() {}

    static void run(House house) {
        LocalDate today = Zone.dateOf(house.clock.instant());
        Consistency.check(house.files.book(), house.directory, new TakeOvers(house.database, house.directory, house.clock).list(),
                new OpenParts(house.database).ofGone(today), today).forEach(finding -> {
                    LOG.warn("{}", finding.text());
                    house.alarms.raise(PersonRole.CENTRE, "dispatch", finding.key(), house.words.get("alarm.dispatch", finding.text()), finding.key());
                });
    }
}
