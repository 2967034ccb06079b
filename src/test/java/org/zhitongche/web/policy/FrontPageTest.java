package org.zhitongche.web.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.policy.Audience;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.PushHouse;
import org.zhitongche.web.Accounts;
import org.zhitongche.web.Pages;
import org.zhitongche.web.SiteUnderTest;
import org.zhitongche.web.WebSettings;

class FrontPageTest {

    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static PushHouse house;
    private static SiteUnderTest site;

    @BeforeAll
    static void start() {
        house = new PushHouse(db.database());
        Accounts accounts = new Accounts(db.database(), house.clock, house.directory, WebSettings.onLoopback(0), PolicyPages.latest(house.own, 3));
        List<Pages> pages = new ArrayList<>(accounts.pages());
        pages.addAll(PolicyPages.of(house.own, house.directory::regions, PushHouse.WORDS));
        site = new SiteUnderTest(pages.toArray(Pages[]::new));
    }

    @AfterAll
    static void stop() {
        site.close();
    }

    @BeforeEach
    void noneIsPublic() {
        house.policies.listPublic("", 100).forEach(policy -> house.policies.withdraw(policy.id(), policy.revision(), "撤回", "中心坐席"));
    }

    @Test
    void anybodySeesTheLatestPoliciesNewestFirstAndOpensThem() {
        for (String title : List.of("最早的", "技改贷贴息", "稳岗返还", "<b>加粗</b>的")) {
            publish(title);
        }
        assertEquals(List.of("<b>加粗</b>的", "稳岗返还", "技改贷贴息"), headlines().stream().map(Element::text).toList());
        assertTrue(site.get(headlines().get(1).attr("href")).body().contains("稳岗返还"));
    }

    @Test
    void draftsAndWithdrawnOnesAreNotAmongThem() {
        house.policies.draft(PushHouse.text("还在起草"), Audience.EVERYONE, "中心坐席");
        Policy withdrawn = publish("已经撤回");
        publish("仍然有效");
        house.policies.withdraw(withdrawn.id(), withdrawn.revision(), "有误", "中心坐席");
        assertEquals(List.of("仍然有效"), headlines().stream().map(Element::text).toList());
    }

    @Test
    void whereThereIsNoneThePageSaysSo() {
        assertEquals(List.of(), headlines());
        assertTrue(site.get("/").body().contains("还没有发布的政策"));
    }

    private static Policy publish(String title) {
        house.clock.advance(Duration.ofMinutes(1));
        Policy draft = house.policies.draft(PushHouse.text(title), Audience.EVERYONE, "中心坐席");
        return house.policies.publish(draft.id(), draft.revision(), "中心坐席");
    }

    private static List<Element> headlines() {
        Document page = Jsoup.parse(site.get("/").body());
        return new ArrayList<>(page.select(".headlines a"));
    }
}
