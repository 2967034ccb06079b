package org.zhitongche.app;

import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.Function;
import org.zhitongche.db.Timestamps;
import org.zhitongche.stats.Grouping;
import org.zhitongche.time.Zone;

/** A page that is measured: who asks for it, and an address with other parameters every time. */
record BenchPage(String name, String login, Function<Random, String> path) {

    private static final String CENTRE = "centre";
    /** Such as most have, few have, nobody has; one character; a phrase; several. */
    private static final List<String> WORDS = List.of("企业", "办理", "用地", "项目用地", "电力 增容", "拖欠 货款", "税", "排污许可证", "融资", "审批 慢");

    /** What the data hold. */
    private record Data(House house, List<UUID> appeals, LocalDate first, LocalDate last, List<String> departments, List<String> firms) {

        static Data of(House house, List<UUID> appeals) {
            var sql = house.database.sql();
            return new Data(house, appeals, day(house, "asc"), day(house, "desc"), sql.sql("""
                    select department from assignment tablesample system (1) repeatable (1) group by department order by count(*) desc limit 20""")
                    .query(String.class).list(), sql.sql("""
                    select p.login from person p where p.uscc is not null order by (select count(*) from appeal a where a.uscc = p.uscc) desc limit 10""")
                    .query(String.class).list());
        }

        private static LocalDate day(House house, String order) {
            return Zone.dateOf(house.database.sql().sql("select accepted_at from appeal where accepted_at is not null order by accepted_at " + order + " limit 1")
                    .query((row, n) -> Timestamps.instant(row, "accepted_at")).single());
        }

        YearMonth month(Random die) {
            return YearMonth.from(first).plusMonths(within(die, 0, (int) YearMonth.from(first).until(YearMonth.from(last), ChronoUnit.MONTHS)));
        }

        int year(Random die) {
            return within(die, first.getYear(), last.getYear());
        }

        String cursor(Random die) {
            return Zone.startOf(LocalDate.ofEpochDay(within(die, (int) first.toEpochDay(), (int) last.toEpochDay()))) + "_" + new UUID(0, 0);
        }

        /** Not the first and the last, which may be incomplete, where there are others. */
        private static int within(Random die, int first, int last) {
            return last - first > 1 ? first + 1 + die.nextInt(last - first - 1) : first + die.nextInt(last - first + 1);
        }

        /** Of one who sees all that the department has. */
        String officer(String department) {
            return house.database.sql().sql("select login from person where department = ? and active order by login limit 1").param(department)
                    .query(String.class).single();
        }

        /** A year's last afternoon, or the data's, where the year is not over. */
        String endOf(int year) {
            LocalDate end = LocalDate.of(year, 12, 31);
            return (last.isBefore(end) ? last.minusDays(1) : end) + "T17:30";
        }
    }

    static List<BenchPage> all(House house, List<UUID> appeals) {
        Data data = Data.of(house, appeals);
        List<BenchPage> pages = new ArrayList<>();
        Arrays.stream(Grouping.values()).forEach(by -> figures(pages, data, by));
        pages.add(new BenchPage("figures: department's own, year", data.officer(data.departments().get(0)), die -> "/desk/figures?" + year(data.year(die))));
        pages.add(new BenchPage("figures: cases behind a number, year", CENTRE, die -> "/admin/figures/cases?" + year(data.year(die))
                + "&by=overall&key=&measure=overdue&part=numerator"));
        lists(pages, data);
        pages.add(new BenchPage("open: an appeal", CENTRE, die -> "/admin/appeals/" + appeals.get(die.nextInt(appeals.size()))));
        search(pages, data);
        return pages;
    }

    private static void figures(List<BenchPage> pages, Data data, Grouping by) {
        String asked = "&by=" + by.key();
        pages.add(new BenchPage("figures: by " + by.key() + ", month", CENTRE, die -> "/admin/figures?" + month(data.month(die)) + asked));
        pages.add(new BenchPage("figures: by " + by.key() + ", year", CENTRE, die -> "/admin/figures?" + year(data.year(die)) + asked));
        pages.add(new BenchPage("figures: by " + by.key() + ", year, cut-off then", CENTRE, die -> {
            int year = data.year(die);
            return "/admin/figures?" + year(year) + asked + "&cutOff=" + data.endOf(year);
        }));
    }

    private static void lists(List<BenchPage> pages, Data data) {
        String unit = data.officer(data.departments().get(0));
        pages.add(new BenchPage("list: department's open", unit, die -> "/desk"));
        pages.add(new BenchPage("list: department's done", unit, die -> "/desk/done"));
        pages.add(new BenchPage("list: department's done, a further page", unit, die -> "/desk/done?after=" + data.cursor(die)));
        pages.add(new BenchPage("list: centre's triage", CENTRE, die -> "/admin"));
        pages.add(new BenchPage("list: all", CENTRE, die -> "/admin/appeals"));
        pages.add(new BenchPage("list: all, a further page", CENTRE, die -> "/admin/appeals?after=" + data.cursor(die)));
        pages.add(new BenchPage("list: by state", CENTRE, die -> "/admin/appeals?state=" + List.of("HANDLING", "COMPLETED", "ARCHIVED", "WITHDRAWN").get(die.nextInt(4))));
        pages.add(new BenchPage("list: by unit", CENTRE, die -> "/admin/appeals?unit=" + data.departments().get(die.nextInt(data.departments().size()))));
        pages.add(new BenchPage("list: by number", CENTRE, die -> "/admin/appeals?number=350200-" + data.month(die).toString().replace("-", "")));
        pages.add(new BenchPage("list: by firm", CENTRE, die -> "/admin/appeals?firm=" + BenchPages.encode("示例") ));
        pages.add(new BenchPage("list: by days", CENTRE, die -> "/admin/appeals?" + month(data.month(die))));
    }

    private static void search(List<BenchPage> pages, Data data) {
        for (String words : WORDS) {
            pages.add(new BenchPage("search: " + words, CENTRE, die -> "/admin/appeals?words=" + BenchPages.encode(words)
                    + (die.nextBoolean() ? "" : "&after=" + data.cursor(die))));
        }
        pages.add(new BenchPage("search: nowhere", CENTRE, die -> "/admin/appeals?words=" + BenchPages.encode("鲲鹏" + (char) (0x4e00 + die.nextInt(5000)))));
        pages.add(new BenchPage("search: with a unit", CENTRE, die -> "/admin/appeals?words=" + BenchPages.encode("企业") + "&unit="
                + data.departments().get(die.nextInt(data.departments().size()))));
        pages.add(new BenchPage("search: a firm's own", data.firms().get(0), die -> "/appeals?words=" + BenchPages.encode(WORDS.get(die.nextInt(WORDS.size())))));
    }

    private static String month(YearMonth month) {
        return "from=" + month.atDay(1) + "&to=" + month.atEndOfMonth();
    }

    private static String year(int year) {
        return "from=" + year + "-01-01&to=" + year + "-12-31";
    }
}
