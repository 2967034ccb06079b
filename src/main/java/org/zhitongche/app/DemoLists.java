package org.zhitongche.app;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Duty;
import org.zhitongche.db.Timestamps;
import org.zhitongche.demo.DemoNode;
import org.zhitongche.directory.Department;
import org.zhitongche.time.Zone;

/** The lists that the demo's people work by, read from the node they work on. */
final class DemoLists implements DemoNode {

    private final House house;
    private final List<LocalDate> days;

    DemoLists(House house, List<LocalDate> days) {
        this.house = house;
        this.days = days;
    }

    @Override
    public long arrivals() {
        return house.database.sql().sql("select count(*) from arrival").query(Long.class).single();
    }

    @Override
    public boolean quiet() {
        return house.database.sql().sql("""
                select not exists (select 1 from outbox where channel in ('QUEUE', 'MAIL') and sent_at is null and dead_at is null)""")
                .query(Boolean.class).single();
    }

    @Override
    public void rounds() {
        while (house.supervision.run() > 0) {
            // until nothing falls due any more
        }
        while (house.survey.run() > 0) {
            // likewise
        }
    }

    @Override
    public List<Part> openParts() {
        return house.database.sql().sql("""
                select x.id, x.appeal_id, a.number, a.category, t.body as title, x.department, x.role, x.dispatched_at, x.acknowledged_at, x.ruled,
                    x.role = 'LEAD' and exists (select 1 from assignment c where c.appeal_id = x.appeal_id and c.role = 'CO_HANDLING'
                        and c.state in ('DISPATCHED', 'ACKNOWLEDGED')) as opinions_missing
                from assignment x join appeal a on a.id = x.appeal_id join appeal_content t on t.id = a.title_id
                where x.state in ('DISPATCHED', 'ACKNOWLEDGED') and x.handed_in_at is null order by x.dispatched_at, x.id""")
                .query((row, n) -> {
                    Department unit = house.directory.departments().get(row.getString("department"));
                    Department elsewhere = elsewhere(row.getObject("appeal_id", UUID.class), unit.region()).orElse(unit);
                    return new Part(row.getObject("id", UUID.class), row.getObject("appeal_id", UUID.class), row.getString("number"),
                            row.getString("title"), row.getString("category"), unit.code(), unit.shortName(), unit.channel().name(), elsewhere.code(), elsewhere.shortName(),
                            row.getString("role"), days.indexOf(Zone.dateOf(Timestamps.instant(row, "dispatched_at"))), row.getObject("acknowledged_at") != null,
                            row.getBoolean("ruled"), row.getBoolean("opinions_missing"));
                }).list();
    }

    /** The nearest unit that has no part in it yet and is not complained about; industry takes what nobody else does. */
    private Optional<Department> elsewhere(UUID appeal, String region) {
        List<String> taken = house.database.sql().sql("""
                select department from assignment where appeal_id = :appeal union select department from recusal where appeal_id = :appeal""")
                .param("appeal", appeal).query(String.class).list();
        return Stream.of("industry", "development", "approval", "appeals-centre")
                .flatMap(kind -> house.directory.departments().findNearest(kind, region).stream())
                .filter(unit -> !taken.contains(unit.code())).findFirst();
    }

    @Override
    public List<Decision> decisions() {
        return house.database.sql().sql("""
                select a.id, a.number, t.body as title, a.region, s.id as sent_back
                from appeal a join appeal_content t on t.id = a.title_id
                left join assignment s on s.appeal_id = a.id and s.state = 'SENT_BACK'
                where a.triage_due is not null order by a.triage_due, a.id""")
                .query((row, n) -> {
                    UUID id = row.getObject("id", UUID.class);
                    Optional<Department> elsewhere = elsewhere(id, row.getString("region"));
                    return new Decision(id, row.getString("number"), row.getString("title"), row.getObject("sent_back", UUID.class),
                            elsewhere.map(Department::code).orElse(null), elsewhere.map(Department::shortName).orElse(null),
                            !house.appeals.getAppeal(id).proposed().isEmpty());
                }).list();
    }

    @Override
    public List<Review> reviews() {
        return house.reads.desks().listCentreDuties(Actor.SYSTEM, 100).stream().filter(each -> each.duty() == Duty.REPLY_REVIEW).map(each -> new Review(each.appeal().id(), each.appeal().number(),
                house.directory.departments().get(each.department()).shortName())).toList();
    }

    @Override
    public List<Question> questions() {
        return house.database.sql().sql("""
                select a.number, t.body as title, p.login, exists (select 1 from survey r where r.appeal_id = a.id and r.round > 1) as reopened,
                    coalesce(a.long_list = 'PROMISE', false) as promised
                from survey s join appeal a on a.id = s.appeal_id join appeal_content t on t.id = a.title_id
                join person p on p.uscc = a.uscc and p.active
                where s.answered_at is null and s.lapsed_at is null and a.state = 'COMPLETED' and a.verified order by s.opened_at, a.id""")
                .query(Question.class).list();
    }
}
