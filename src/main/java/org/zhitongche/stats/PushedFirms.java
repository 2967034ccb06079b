package org.zhitongche.stats;

import static org.zhitongche.db.Timestamps.utc;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Sight;
import org.zhitongche.db.Database;
import org.zhitongche.stats.Pushed.Step;

/** The firms behind a number of pushed policies, those of the latest push first; a page takes from each push as many as it holds at most. */
final class PushedFirms {

    private static final String PAGE = """
            with last as (select d.push, d.uscc, p.started_at from push_delivery d join push p on p.id = d.push where d.delivery = cast(:after as uuid))
            select d.*, p.started_at, coalesce(v.content ->> 'title', o.title) as title
            from (select * from push p where %s
                    and (cast(:after as uuid) is null or (p.started_at, p.id) <= (select started_at, push from last))) p
            join policy o on o.id = p.policy join policy_version v on v.policy = p.policy and v.version = p.version
            cross join lateral (
                select d.delivery, d.push, d.policy, d.version, d.channel, d.uscc, e.name as firm,
                    case when d.sent_at <= :cutOff then d.sent_at end as sent_at, case when d.read_at <= :cutOff then d.read_at end as read_at, %s
                from push_delivery d join enterprise e on e.uscc = d.uscc %s
                where d.push = p.id and d.uscc > coalesce((select uscc from last where push = p.id), '') and %s
                order by d.uscc limit :limit) d
            order by p.started_at desc, p.id desc, d.uscc limit :limit""";
    private static final String NO_INQUIRY = "null::uuid as appeal, null as number, null::timestamptz as first_received";

    private final Database database;

    PushedFirms(Database database) {
        this.database = database;
    }

    /** @param after the delivery with which the page before ended, null for the first */
    List<PushedFirm> list(Actor viewer, Question question, Step step, UUID after, int limit) {
        boolean named = step != Step.ENQUIRED || Sight.mayKnowFirm(viewer, true);
        return database.sql().sql(step == Step.ENQUIRED ? enquired(viewer) : PAGE.formatted(Pushed.ASKED, NO_INQUIRY, "", step.reached))
                .param("from", utc(question.period().from())).param("to", utc(question.period().to())).param("cutOff", utc(question.cutOff()))
                .param("follows", Pushed.FOLLOWS).param("viewer", Sight.param(viewer)).param("after", after).param("limit", limit)
                .query(PushedFirm::of).list().stream().map(each -> named ? each : each.unnamed()).toList();
    }

    /** With the first inquiry that followed; who stands aside from all of them does not see the firm here. */
    private static String enquired(Actor viewer) {
        return PAGE.formatted(Pushed.ASKED, "i.appeal, i.number, i.first_received", """
                cross join lateral (select a.id as appeal, a.number, a.first_received from appeal a
                    where %s and %s order by a.first_received, a.id limit 1) i""".formatted(Pushed.FOLLOWED, Sight.condition(viewer)), Step.DELIVERED.reached);
    }
}
