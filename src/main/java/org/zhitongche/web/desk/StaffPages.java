package org.zhitongche.web.desk;

import java.util.List;
import java.util.function.Function;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.directory.DirectoryStore;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.People;
import org.zhitongche.dispatch.Propose;
import org.zhitongche.intake.Quarantined;
import org.zhitongche.intake.Replay;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Outbox;
import org.zhitongche.web.Accounts;
import org.zhitongche.web.Banner;
import org.zhitongche.web.Guard;
import org.zhitongche.web.Pages;
import org.zhitongche.web.Surface;
import org.zhitongche.web.Viewer;
import org.zhitongche.words.Words;

/**
 * All pages of the desk and the centre, with what they stand on.
 *
 * @param secret by which links to attachments are signed
 * @param replay null where nothing can be sent through its door again: then the page does not offer it
 */
public record StaffPages(Casework work, byte[] secret, TakeIn takeIn, Enterprises enterprises, Quarantined quarantined,
                         Replay replay, Alarms alarms, Outbox outbox, People people, DirectoryStore departments,
                         Accounts accounts, Propose propose) {

    /** In the order in which they stand in the navigation. */
    public List<Pages> pages() {
        FileLinks links = new FileLinks(secret, work.clock());
        return List.of(new DeskPages(work), new CasePages(Surface.DESK, Guard.DEPARTMENT, work, links),
            new SearchPages(Surface.DESK, work), new TriagePages(work), new TriageDesk(work, propose, links), new SearchPages(Surface.ADMIN, work),
            new StaffEntryPages(work, takeIn, enterprises),
            new CasePages(Surface.ADMIN, Guard.OVERSIGHT, work, links), new QuarantinePages(work, quarantined, replay),
            new AlarmPages(alarms, work.deliveries(), outbox), new PeoplePages(people, work.directory(), enterprises, accounts),
            new DepartmentPages(work, departments, people));
    }

    /** For the {@code WebServer}: the open alarms of a viewer's roles. */
    public static Function<Viewer, List<Banner>> banners(Alarms alarms, Words words) {
        return AlarmPages.banners(alarms, words);
    }
}
