package org.zhitongche.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.notice.MailText;
import org.zhitongche.notice.Recipients;

class PushTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final String XIAMEN = "{\"field\": \"region\", \"in\": [\"350200\"]}";
    private static PushHouse house;

    @BeforeAll
    static void open() {
        house = new PushHouse(db.database());
    }

    @AfterEach
    void nothingIsLeft() {
        house.clock.advance(Duration.ofMinutes(10));
        house.round();
        house.send(1000);
        house.round();
        house.database.sql().sql("update enterprise set status = 'ACTIVE', channel = 'MAIL' where uscc in (select uscc from push_delivery)").update();
        List.of("recipient_block", "push_unsubscribed", "site_message").forEach(table -> house.database.sql().sql("delete from " + table).update());
    }

    @Test
    void everyFirmThatFitsGetsOneMailWithTheReasonsAndNobodyElseDoes() {
        Policy policy = house.published("技术改造补助", "{\"all\": [" + XIAMEN + ", {\"not\": {\"field\": \"size\", \"in\": [\"LARGE\"]}}]}");
        Push push = house.pushes.start(policy.id(), "中心坐席");
        long meant = house.meant(house.audiences.write(policy.audience()).toString());
        assertTrue(meant > 5 && meant < 60, "so many: " + meant);
        assertEquals(meant, push.matched());
        assertEquals(meant, house.reach.preview(policy.audience()).reached());
        house.round();
        List<MailText> mails = house.send(1000);
        house.round();
        Set<String> addresses = mails.stream().map(MailText::to).collect(Collectors.toSet());
        assertEquals(meant, mails.size());
        assertEquals(meant, addresses.size());
        String body = mails.get(0).body();
        assertEquals("【政企直通车】惠企政策：技术改造补助", mails.get(0).subject());
        assertTrue(body.contains("· 所在地区为厦门市（含所辖地区）（企业档案："), body);
        assertTrue(body.contains("· 不属于“企业规模为大型”"), body);
        assertTrue(body.contains("支持标准：最高50万元") && body.contains(PushHouse.URL + "/policies/received/"), body);
        assertFalse(body.contains("更正"));
        Push done = house.pushes.getPush(push.id());
        assertEquals(Push.State.DONE, done.state());
        assertEquals(new Push.Counts(meant, 0, meant, 0, 0, 0), done.counts());
    }

    @Test
    void killedBetweenMatchingAndSendingItGoesOnWithOneRecordAndOneMailAFirm() {
        Policy policy = house.published("断点续推", XIAMEN);
        Push push = house.pushes.start(policy.id(), "中心坐席");
        breakTheOutboxAfter(7);
        assertThrows(RuntimeException.class, () -> house.round());
        assertEquals(push.matched(), house.pushes.getPush(push.id()).counts().waiting());
        house.database.sql().sql("drop trigger broken on outbox").update();
        house.round();
        List<MailText> first = house.send(3);
        house.round();
        house.round();
        List<MailText> rest = house.send(1000);
        house.round();
        Set<String> ids = new HashSet<>();
        first.forEach(mail -> ids.add(mail.to()));
        rest.forEach(mail -> ids.add(mail.to()));
        assertEquals(push.matched(), first.size() + rest.size());
        assertEquals(push.matched(), ids.size());
        assertEquals(push.matched(), house.states(push.id()).size());
        assertEquals(Push.State.DONE, house.pushes.getPush(push.id()).state());
    }

    private static void breakTheOutboxAfter(int rows) {
        house.database.sql().sql("""
                create or replace function break_it() returns trigger language plpgsql as $$
                begin
                    if (select count(*) from outbox where kind = 'policy' and sent_at is null) >= %d then raise 'killed'; end if;
                    return new;
                end $$""".formatted(rows)).update();
        house.database.sql().sql("create trigger broken before insert on outbox for each row execute function break_it()").update();
    }

    @Test
    void theSamePushIsNotBegunTwiceAndASecondOneReachesOnlyNewFirms() {
        Policy policy = house.published("新入库企业", XIAMEN);
        Push first = house.pushes.start(policy.id(), "中心坐席");
        assertEquals("push.under-way", assertThrows(Refusal.class, () -> house.pushes.start(policy.id(), "另一坐席")).rule());
        house.round();
        house.send(1000);
        house.round();
        String moved = house.firms.stream().map(DemoDirectory.Firm::enterprise)
                .filter(firm -> firm.region().equals("350100") && firm.status() == Enterprise.Status.ACTIVE).findFirst().orElseThrow().uscc();
        house.set(moved, "region", "350200");
        Push second = house.pushes.start(policy.id(), "中心坐席");
        house.set(moved, "region", "350100");
        assertEquals(List.of(moved), List.copyOf(house.states(second.id()).keySet()));
        assertTrue(first.matched() > 1);
    }

    @Test
    void heldItStandsAndResumedItGoesOn() {
        Push push = house.pushes.start(house.published("暂停续推", XIAMEN).id(), "中心坐席");
        house.pushes.pause(push.id());
        house.round();
        assertEquals(List.of(), house.send(10));
        assertEquals(Push.State.PAUSED, house.pushes.getPush(push.id()).state());
        assertEquals("push.state", assertThrows(Refusal.class, () -> house.pushes.pause(push.id())).rule());
        house.pushes.resume(push.id());
        house.round();
        assertEquals(push.matched(), house.send(1000).size());
    }

    @Test
    void withdrawnInMidPushItStopsBeforeTheNextMail() {
        Policy policy = house.published("中途撤回", XIAMEN);
        Push push = house.pushes.start(policy.id(), "中心坐席");
        house.round();
        assertEquals(4, house.send(4).size());
        house.policies.withdraw(policy.id(), policy.revision(), "发文机关通知暂缓执行", "中心坐席");
        assertEquals(List.of(), house.send(1000));
        house.round();
        Push stopped = house.pushes.getPush(push.id());
        assertEquals(Push.State.STOPPED, stopped.state());
        assertEquals(new Push.Counts(push.matched(), 0, 4, 0, push.matched() - 4, 0), stopped.counts());
        assertEquals(Set.of("SENT", "SKIPPED WITHDRAWN"), Set.copyOf(house.states(push.id()).values()));
        assertEquals("policy.not-public", assertThrows(Refusal.class, () -> house.pushes.start(policy.id(), "中心坐席")).rule());
    }

    @Test
    void withdrawnBeforeAnythingIsQueuedNobodyIsTold() {
        Policy policy = house.published("随即撤回", XIAMEN);
        Push push = house.pushes.start(policy.id(), "中心坐席");
        house.policies.withdraw(policy.id(), policy.revision(), "误发", "中心坐席");
        house.round();
        assertEquals(List.of(), house.send(10));
        assertEquals(Set.of("SKIPPED WITHDRAWN"), Set.copyOf(house.states(push.id()).values()));
    }

    @Test
    void whoIsGoneUnsubscribedOrBouncedMeanwhileIsSkippedWithTheReason() {
        Push push = house.pushes.start(house.published("发送前复核", XIAMEN).id(), "中心坐席");
        List<String> firms = List.copyOf(house.states(push.id()).keySet());
        house.set(firms.get(0), "status", "DEREGISTERED");
        house.round();
        house.set(firms.get(1), "status", "DEREGISTERED");
        house.set(firms.get(2), "channel", "SITE");
        house.subscriptions.unsubscribe(contact(firms.get(3)));
        house.recipients.block(address(firms.get(4)), Recipients.Reason.BOUNCED, "550 no such user");
        assertEquals(push.matched() - 5, house.send(1000).size());
        house.round();
        Map<String, String> states = house.states(push.id());
        assertEquals(List.of("SKIPPED DEREGISTERED", "SKIPPED DEREGISTERED", "SKIPPED UNSUBSCRIBED", "SKIPPED UNSUBSCRIBED",
                "SKIPPED BOUNCED", "SENT"), firms.subList(0, 6).stream().map(states::get).toList());
        assertEquals(5, house.pushes.getPush(push.id()).counts().skipped());
    }

    @Test
    void whoWantsNoneOrHasNoAddressThatTakesMailIsNotMatchedAndThePreviewSaysHowMany() {
        List<String> firms = house.firms.stream().map(DemoDirectory.Firm::enterprise)
                .filter(firm -> firm.region().equals("350200") && firm.status() == Enterprise.Status.ACTIVE)
                .map(Enterprise::uscc).sorted().toList();
        house.set(firms.get(0), "channel", "NONE");
        house.subscriptions.unsubscribe(contact(firms.get(1)));
        house.set(firms.get(2), "channel", "SITE");
        house.recipients.block(address(firms.get(3)), Recipients.Reason.COMPLAINED, null);
        house.set(firms.get(3), "channel", "MAIL_AND_SITE");
        Policy policy = house.published("推送方式", XIAMEN);
        Reach.Preview preview = house.reach.preview(policy.audience());
        assertEquals(house.meant(XIAMEN), preview.meant());
        assertEquals(2, preview.unreached());
        assertEquals(2, preview.bySite());
        Push push = house.pushes.start(policy.id(), "中心坐席");
        Map<String, String> states = new TreeMap<>(house.states(push.id()));
        assertEquals(preview.reached(), states.size());
        assertFalse(states.containsKey(firms.get(0)) || states.containsKey(firms.get(1)));
        house.round();
        assertEquals("SENT", house.states(push.id()).get(firms.get(2)));
        assertEquals(1, house.site.unread(firms.get(2)));
        assertEquals(1, house.site.unread(firms.get(3)));
        assertEquals("推送方式", house.received.listFor(firms.get(3), 1).get(0).text().title());
        assertEquals(preview.byMail(), house.send(1000).size());
    }

    @Test
    void aCorrectionReachesThoseWhoGotTheFormerVersionEvenIfTheyFitNoMore() {
        Policy policy = house.published("更正", XIAMEN);
        Push push = house.pushes.start(policy.id(), "中心坐席");
        house.round();
        List<String> reached = house.send(3).stream().map(MailText::to).sorted().toList();
        Policy corrected = house.policies.edit(policy.id(), policy.revision(), PushHouse.text("更正后的标题"),
                house.audiences.read("{\"all\": [" + XIAMEN + ", {\"field\": \"staff\", \"to\": 2}]}"), "中心坐席");
        assertEquals(2, corrected.version());
        assertEquals(List.of(), house.send(1000));
        house.round();
        assertEquals(Set.of("SENT", "SKIPPED CORRECTED"), Set.copyOf(house.states(push.id()).values()));
        house.pushes.start(policy.id(), "中心坐席");
        house.round();
        List<MailText> second = house.send(1000);
        assertEquals(reached, second.stream().map(MailText::to).sorted().toList());
        assertTrue(second.get(0).body().contains("· 您收到过这项政策的早前版本，现予更正"));
        assertTrue(second.get(0).body().contains("您此前收到的这项政策已经更正，请以本邮件为准。"));
        String firm = house.states(house.pushes.findLatest(policy.id()).orElseThrow().id()).keySet().iterator().next();
        house.round();
        List<Received.Item> items = house.received.listFor(firm, 50);
        assertEquals(List.of("更正后的标题"), items.stream().filter(item -> item.delivery().policy().equals(policy.id()))
                .map(item -> item.text().title()).toList());
    }

    @Test
    void openingItOnTheSiteOrByTheLinkOfTheMailIsReadingItOnce() {
        Policy policy = house.published("已读", XIAMEN);
        Push push = house.pushes.start(policy.id(), "中心坐席");
        List<String> firms = List.copyOf(house.states(push.id()).keySet());
        assertTrue(house.received.read(policy.id(), firms.get(0)).isEmpty());
        house.round();
        String link = house.send(1).get(0).body().replaceAll("(?s).*/policies/received/([0-9a-f-]{36}).*", "$1");
        PushDelivery opened = house.received.read(UUID.fromString(link)).orElseThrow();
        assertEquals(List.of("所在地区为厦门市（含所辖地区）"), opened.why().stream().map(why -> why.replaceAll("（企业档案.*", "")).toList());
        String other = firms.stream().filter(firm -> !firm.equals(opened.uscc())).findFirst().orElseThrow();
        long before = house.received.unread(other);
        house.received.read(policy.id(), other).orElseThrow();
        house.received.read(policy.id(), other).orElseThrow();
        assertEquals(before - 1, house.received.unread(other));
        assertEquals(2, house.pushes.getPush(push.id()).counts().read());
        assertTrue(house.received.read(UUID.randomUUID()).isEmpty());
        assertTrue(house.received.read(policy.id(), house.firms.get(0).enterprise().uscc().replace('1', '2')).isEmpty());
    }

    @Test
    void whatADeadMailLeavesIsFailedUntilItIsSentAfterAll() {
        Push push = house.pushes.start(house.published("死信", XIAMEN).id(), "中心坐席");
        house.round();
        UUID delivery = house.database.sql().sql("select delivery from push_delivery where push = ? order by uscc limit 1").param(push.id())
                .query(UUID.class).single();
        house.database.sql().sql("update outbox set dead_at = created_at, last_error = '550 mailbox full' where delivery_id = ?").param(delivery).update();
        house.send(1000);
        house.round();
        assertEquals(new Push.Counts(push.matched(), 0, push.matched() - 1, 1, 0, 0), house.pushes.getPush(push.id()).counts());
        house.database.sql().sql("update outbox set dead_at = null where delivery_id = ?").param(delivery).update();
        house.send(1);
        house.round();
        assertEquals(0, house.pushes.getPush(push.id()).counts().failed());
    }

    @Test
    void whoChangesAPolicyThatChangedMeanwhileIsTold() {
        Policy draft = house.policies.draft(PushHouse.text("两人同时修改"), Audience.EVERYONE, "甲岗");
        Policy changed = house.policies.edit(draft.id(), draft.revision(), PushHouse.text("改一"), Audience.EVERYONE, "甲岗");
        assertEquals(1, changed.version());
        assertEquals("policy.changed", assertThrows(Refusal.class, () ->
                house.policies.publish(draft.id(), draft.revision(), "乙岗")).rule());
        assertTrue(house.policies.findPublic(draft.id()).isEmpty());
        house.policies.publish(draft.id(), changed.revision(), "乙岗");
        assertTrue(house.policies.listPublic("", 100).stream().anyMatch(policy -> policy.text().title().equals("改一")));
    }

    @Test
    void anUnsubscribingLinkOpensOneContactOnly() {
        String firm = house.firms.get(0).enterprise().uscc();
        String link = new PolicyLinks(PushHouse.URL, new TrackingTokens(new byte[32])).unsubscribe(contact(firm));
        String token = link.substring(link.lastIndexOf('/') + 1);
        Subscriptions.Contact contact = house.subscriptions.find(token).orElseThrow();
        assertEquals(address(firm), contact.address());
        assertTrue(contact.subscribed());
        house.subscriptions.unsubscribe(contact.id());
        assertFalse(house.subscriptions.find(token).orElseThrow().subscribed());
        house.subscriptions.subscribe(contact.id());
        assertTrue(house.subscriptions.find(token).orElseThrow().subscribed());
        assertTrue(house.subscriptions.find((token.charAt(0) == 'A' ? "B" : "A") + token.substring(1)).isEmpty());
    }

    private static UUID contact(String uscc) {
        return house.enterprises.listContacts(uscc).get(0).id();
    }

    private static String address(String uscc) {
        return house.enterprises.listContacts(uscc).get(0).email();
    }
}
