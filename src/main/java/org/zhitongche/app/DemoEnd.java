package org.zhitongche.app;

import java.io.PrintWriter;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Collectors;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.intake.LedgerReport;
import org.zhitongche.stats.FigureTable;
import org.zhitongche.stats.Figures;
import org.zhitongche.stats.Grouping;
import org.zhitongche.stats.Period;
import org.zhitongche.stats.Question;
import org.zhitongche.time.Zone;

/** What the demo leaves on the screen: the figures, the ledger, and what to try next. */
final class DemoEnd {

    private static final int LONG_ENOUGH_DAYS = 60;

    private final Platform platform;
    private final PrintWriter out;

    DemoEnd(Platform platform, PrintWriter out) {
        this.platform = platform;
        this.out = out;
    }

    /** @param staysUp the node goes on, so that it can be looked at */
    void print(boolean staysUp) {
        House house = platform.house;
        Instant now = house.clock.instant();
        LocalDate today = Zone.dateOf(now);
        Figures figures = new Figures(house.database, house.clock);
        Question question = new Question(Period.ofDays(today.minusDays(LONG_ENOUGH_DAYS), today), now, Grouping.OVERALL);
        FigureTable table = figures.table(question);
        out.println();
        out.println("—— 指标 ——");
        new FiguresText(house.words).lines(table, row -> figures.listHeld(question, row.key())).forEach(out::println);
        ledger(house);
        whatNext();
        out.flush();
    }

    private void ledger(House house) {
        LedgerReport report = house.ledger.report();
        out.printf("%n—— 总账 ——%n");
        report.doors().forEach(line -> out.println("  " + house.words.get("door." + line.door()) + " 收到 " + line.received() + " = "
                + line.outcomes().entrySet().stream().map(e -> house.words.get("outcome." + e.getKey()) + " " + e.getValue())
                        .collect(Collectors.joining(" + "))));
        out.println(report.holds() ? "  各等式均成立" : "  有等式不成立，请运行 verify");
    }

    private void whatNext() {
        String web = platform.address();
        out.printf("%n—— 接下来可以 ——%n"
                + "企业：%s/appeals/new 提交诉求；账号 shili-001 … shili-200%n"
                + "部门：%s/desk 办理；账号即单位代码，如 350200-industry-handler、350500-industry%n"
                + "中心：%s/admin 分拣、代录、查询；账号 centre；督查 supervisor；系统管理员 sysadmin%n"
                + "口令都是 %s%n"
                + "邮件：SMTP %d、IMAP %d，收件地址 %s；企业信箱 jingban@shili-001.example，口令同上%n"
                + "队列：%s，appeals.submit、departments.actions、department.<单位代码>%n"
                + "另开一个终端：mvn -q compile exec:java -Dexec.args=\"figures --by department --set data.dir=%s\"%n"
                + "按 Ctrl-C 停止。%n",
                web, web, web, DemoDirectory.PASSWORD, platform.smtpPort(), platform.imapPort(),
                platform.house.settings.get(Key.MAIL_ADDRESS), platform.brokerUrl(), platform.house.settings.get(Key.DATA_DIR));
    }
}
