package org.zhitongche.web.numbers;

import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.PersonRole;

class BrokenLedgerTest {

    @RegisterExtension
    static final TestDatabase DB = new TestDatabase();

    @Test
    void anEquationThatDoesNotHoldIsToldAboveAndInItsLine() {
        try (NumbersHouse house = new NumbersHouse(DB.database())) {
            DB.database().sql().sql("update arrival set outcome = 'REFUSED' where id = (select id from arrival where outcome = 'CREATED' limit 1)").update();
            house.site.viewer = NumbersHouse.person("centre", PersonRole.CENTRE, null);
            String page = house.site.get("/admin/ledger").body().replaceAll("<[^>]*>", " ").replaceAll("\\s+", " ");
            assertTrue(page.contains(" 新建 + 拆分的分件 = 诉求 数据接口 13 14 0 不成立 "), page);
            assertTrue(page.matches(".*有 \\d 个等式不成立.*"), page);
        }
    }
}
