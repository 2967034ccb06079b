package org.zhitongche.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.policy.Policy;
import org.zhitongche.policy.PushHouse;

class DemoPoliciesTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    @Test
    void eachIsPlainlyMadeUpAndFitsSomeOfTheDemosFirmsAndNotAll() {
        PushHouse house = new PushHouse(db.database());
        List<Policy> policies = DemoPolicies.publish(house.policies, house.audiences, "中心坐席");
        assertEquals(4, policies.size());
        for (Policy policy : policies) {
            assertTrue(policy.text().title().startsWith("示例：") && policy.text().text().contains("虚构"), policy.text().title());
            long reached = house.reach.preview(policy.audience()).reached();
            assertTrue(reached >= 5 && reached <= 120, policy.text().title() + " would reach " + reached);
            assertEquals(reached, house.pushes.start(policy.id(), "中心坐席").matched());
        }
    }
}
