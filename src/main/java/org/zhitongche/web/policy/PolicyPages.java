package org.zhitongche.web.policy;

import java.util.List;
import java.util.function.Supplier;
import org.zhitongche.directory.Regions;
import org.zhitongche.policy.PolicyHouse;
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

    /** What programs see alone. */
    public static Pages api(PolicyHouse house) {
        return new PolicyApi(house);
    }
}
