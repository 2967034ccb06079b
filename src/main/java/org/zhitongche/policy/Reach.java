package org.zhitongche.policy;

import java.util.ArrayList;
import java.util.List;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;

/** Who would get a policy, by which way and why: seen before it is sent, and the same SQL by which it is sent. */
public final class Reach {

    /**
     * Each active firm {@code e} with the contact {@code c} that its mail would go to and the {@code way.channel} it chose,
     * null where it wants none or has no address that takes mail. Who is blocked and has no other way is not reached.
     */
    static final String FIRMS = """
            enterprise e
            left join lateral (
                select id, email from enterprise_contact contact
                where contact.uscc = e.uscc and contact.registered and contact.email is not null
                  and not exists (select 1 from recipient_block where address = lower(contact.email))
                  and not exists (select 1 from push_unsubscribed gone where gone.contact = contact.id)
                order by contact.verified_at nulls last, contact.id limit 1) c on e.channel in ('MAIL', 'MAIL_AND_SITE')
            cross join lateral (
                select case when e.channel = 'NONE' then null
                    when e.channel = 'SITE' then 'SITE'
                    when c.id is not null then e.channel
                    when e.channel = 'MAIL_AND_SITE' then 'SITE'
                    when exists (select 1 from person where person.uscc = e.uscc and person.active)
                     and not exists (select 1 from enterprise_contact any_contact
                         where any_contact.uscc = e.uscc and any_contact.registered and any_contact.email is not null) then 'SITE'
                end as channel) way""";

    private static final int FIRST = 10;

    private final Database database;
    private final Audiences audiences;
    private final Enterprises enterprises;

    public Reach(Database database, Audiences audiences, Enterprises enterprises) {
        this.database = database;
        this.audiences = audiences;
        this.enterprises = enterprises;
    }

    /** Why a firm would get it. */
    public record Firm(Enterprise firm, List<String> why) {}

    /** @param meant fit and are active; @param unreached want none, or no address of theirs takes mail; @param first some of those reached */
    public record Preview(String sentence, long meant, long byMail, long bySite, long unreached, List<Firm> first) {
        public long reached() {
            return meant - unreached;
        }
    }

    private record Counts(long meant, long byMail, long bySite, long unreached) {}

    public Preview preview(Audience audience) {
        Condition condition = audiences.condition(audience);
        Counts counts = database.sql().sql("""
                select count(*) as meant, count(*) filter (where way.channel in ('MAIL', 'MAIL_AND_SITE')) as mail,
                    count(*) filter (where way.channel = 'SITE') as site, count(*) filter (where way.channel is null) as none
                from\s""" + FIRMS + " where e.status = 'ACTIVE' and " + condition.sql()).params(condition.values())
                .query((row, n) -> new Counts(row.getLong("meant"), row.getLong("mail"), row.getLong("site"), row.getLong("none"))).single();
        return new Preview(audiences.sentence(audience), counts.meant(), counts.byMail(), counts.bySite(), counts.unreached(),
                first(audience, condition));
    }

    private List<Firm> first(Audience audience, Condition condition) {
        List<Object> values = new ArrayList<>(condition.values());
        values.add(FIRST);
        List<String> usccs = database.sql().sql("select e.uscc from " + FIRMS + " where e.status = 'ACTIVE' and way.channel is not null and "
                + condition.sql() + " order by e.uscc limit ?").params(values).query(String.class).list();
        return enterprises.list(usccs).stream().map(firm -> new Firm(firm, audiences.why(audience, firm))).toList();
    }
}
