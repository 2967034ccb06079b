package org.zhitongche.web.numbers;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.Desk;
import org.zhitongche.handling.Reply;
import org.zhitongche.intake.Ledger;
import org.zhitongche.stats.Figures;
import org.zhitongche.survey.Rate;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.Viewer;

/** Twelve appeals of the land department, nine of them answered and one rated, two of the tax department's; and their numbers. */
final class NumbersHouse implements AutoCloseable {

    static final String LAND = "350200-natural-resources";
    static final String TAX = "350200-taxation";

    final Desk desk;
    final Figures figures;
    final SiteUnderTest site;
    final UUID ofTax;
    UUID lastOfLand;

    NumbersHouse(Database database) {
        desk = new Desk(database);
        Directory directory = FilledDirectory.in(database);
        figures = desk.figures;
        site = new SiteUnderTest(NumberPages.of(figures, new Ledger(database, desk.clock, List::of), directory).toArray(Pages[]::new));
        for (int n = 1; n <= 12; n++) {
            lastOfLand = desk.dispatched(Desk.lead(LAND)).id();
            if (n <= 9) {
                answer(lastOfLand);
            }
        }
        desk.dispatched(Desk.lead(TAX));
        ofTax = desk.dispatched(Desk.lead(TAX)).id();
        desk.clock.advance(Duration.ofHours(2));
    }

    private void answer(UUID appeal) {
        UUID part = desk.partOf(appeal, LAND);
        desk.clock.advance(Duration.ofMinutes(10));
        desk.act(Desk.department(LAND), appeal, new Acknowledge(part));
        desk.clock.advance(Duration.ofMinutes(20));
        desk.act(Desk.department(LAND), appeal, new Reply(part, Conclusion.A, "已经办结。", null, null, List.of(), "分管领导"));
        if (appeal.equals(lastOfLand) && desk.clock.instant().isBefore(Desk.START.plus(Duration.ofMinutes(31)))) {
            desk.act(Desk.firm(), appeal, new Rate(true, true, Satisfaction.SATISFIED, null));
        }
    }

    static Viewer officer(String department) {
        return person(department, PersonRole.HANDLER, department);
    }

    static Viewer person(String name, PersonRole role, String department) {
        return new Viewer(Viewer.Kind.PERSON, UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString(), name, "示例岗",
            Set.of(role), department, null, "示例单位", null);
    }

    @Override
    public void close() {
        site.close();
    }
}
