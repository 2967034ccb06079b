package org.zhitongche.web.policy;

import java.util.List;
import java.util.function.Supplier;
import org.zhitongche.directory.Regions;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.time.Zone;
import org.zhitongche.web.Headline;
import org.zhitongche.web.Pages;
import org.zhitongche.words.Words;

/** All pages of policies. */
public final class PolicyPages {

    private PolicyPages() {
    }

    public static List<Pages> of(PolicyHouse house, Supplier<Regions> regions, Words words) {
        return List.of(new PolicyDeskPages(house, new Choices(regions, house.vocabulary(), words)), new PushPages(house),
            new FirmPolicyPages(house), api(house));
    }

    /** The newest public ones, for the front page. */
    public static Supplier<List<Headline>> latest(PolicyHouse house, int most) {
        return () -> house.policies().listPublic("", most).stream().map(policy -> new Headline(policy.text().title(),
            "/policies/" + policy.id(), Zone.dateOf(policy.publishedAt()))).toList();
    }

    /** What programs see alone. */
    public static Pages api(PolicyHouse house) {
        return new PolicyApi(house);
    }
}
