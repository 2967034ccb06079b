package org.zhitongche.demo;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.zhitongche.directory.CreditCode;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprise.Size;
import org.zhitongche.directory.EnterpriseContact;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.Liaison;
import org.zhitongche.directory.Region;
import org.zhitongche.directory.Regions;

/** 200 firms named 示例…, the same at every start; their credit codes carry the region digits 359999, which nobody has. */
final class DemoFirms {
    static final int COUNT = 200;
    private static final List<String> NAMES = List.of("启航", "海丝", "闽星", "远山", "新榕", "鹭岛", "清源", "武夷", "金山", "云帆",
            "瑞泉", "宏达", "东方", "长乐", "嘉禾", "千里", "立信", "百川", "青禾", "天工");
    private static final List<Trade> TRADES = List.of(
            new Trade("机械", "3599", "装备制造", "智能制造"), new Trade("电子", "3989", "电子信息", "高新技术企业"),
            new Trade("食品", "1499", "食品加工", "出口"), new Trade("纺织", "1751", "纺织鞋服", "技改"),
            new Trade("鞋业", "1959", "纺织鞋服", "出口"), new Trade("新材料", "2659", "新材料", "高新技术企业"),
            new Trade("建材", "3039", "建材", "绿色制造"), new Trade("茶业", "1530", "农产品加工", "乡村振兴"),
            new Trade("水产", "1361", "水产加工", "冷链"), new Trade("林产", "2011", "林产加工", "绿色制造"),
            new Trade("物流", "5920", "现代物流", "供应链"), new Trade("软件", "6513", "软件信息", "高新技术企业"),
            new Trade("医药", "2720", "生物医药", "高新技术企业"), new Trade("能源", "4415", "新能源", "绿色制造"),
            new Trade("建设", "4790", "建筑业", "农民工工资保证金"), new Trade("商贸", "5193", "批发零售", "出口"),
            new Trade("养殖", "0411", "海水养殖", "用海"), new Trade("家具", "2110", "家具制造", "出口"),
            new Trade("包装", "2231", "包装印刷", "环保"), new Trade("文旅", "7291", "文化旅游", "平台经济"));
    private static final int[] ORGANISATION_WEIGHTS = {3, 7, 9, 10, 5, 8, 4, 2};
    private static final String SIGNS = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    private final List<Region> regions;

    private record Trade(String word, String industry, String tag, String second) {}

    DemoFirms(Regions all) {
        List<Region> spread = new ArrayList<>(all.list(Level.CITY));
        spread.addAll(all.list(Level.COUNTY).stream().filter(region -> !region.name().equals("金门县")).toList());
        regions = spread;
    }

    List<Enterprise> enterprises() {
        List<Enterprise> firms = new ArrayList<>();
        for (int number = 1; number <= COUNT; number++) {
            firms.add(enterprise(number));
        }
        return firms;
    }

    EnterpriseContact contact(Enterprise firm, int number) {
        UUID id = UUID.nameUUIDFromBytes(("demo-contact-" + number).getBytes(StandardCharsets.US_ASCII));
        return new EnterpriseContact(id, firm.uscc(), "经办人", address(number), null, true, null);
    }

    static String address(int number) {
        return "jingban@shili-%03d.example".formatted(number);
    }

    static String creditCode(int number) {
        String organisation = "MA%06d".formatted(number);
        return CreditCode.complete("91359999" + organisation + organisationCheck(organisation));
    }

    private Enterprise enterprise(int number) {
        Trade trade = TRADES.get(number % TRADES.size());
        Region region = region(number);
        Size size = size(number);
        int staff = staff(size, number);
        boolean innovative = number % 4 == 0;
        List<String> tags = innovative ? List.of(trade.tag(), trade.second()) : List.of(trade.tag());
        return new Enterprise(creditCode(number), name(number, trade, region), region.code(), trade.industry(), size,
                tier(number, size), tags, number % 13 == 0,
                LocalDate.of(1995 + number % 28, 1 + number % 12, 1 + number % 28), staff,
                BigDecimal.valueOf(staff * (30L + number % 50)), innovative ? new BigDecimal("0.0" + (3 + number % 6)) : null,
                number % 100 == 99 ? Enterprise.Status.DEREGISTERED : Enterprise.Status.ACTIVE,
                number % 10 == 7 ? Enterprise.Channel.MAIL_AND_SITE : Enterprise.Channel.MAIL, number % 67 == 0,
                number % 13 == 0 ? liaison(region) : null);
    }

    /** In the city's own department for industry, in whose box the mail can be read. */
    private static Liaison liaison(Region region) {
        String city = region.level() == Level.CITY ? region.code() : region.code().substring(0, 4) + "00";
        return new Liaison("企业服务科科长", city + (city.equals("350128") ? "-economy" : "-industry") + "@zhitongche.local");
    }

    /** Every second one in a city's own name, the others spread over the counties. */
    private Region region(int number) {
        int cities = (int) regions.stream().filter(region -> region.level() == Level.CITY).count();
        return number % 2 == 0 ? regions.get(number / 2 % cities)
                : regions.get(cities + number / 2 * 7 % (regions.size() - cities));
    }

    private static String name(int number, Trade trade, Region region) {
        String word = NAMES.get(number / TRADES.size() * 3 % NAMES.size());
        return "示例" + word + trade.word() + "（" + region.name() + "）有限公司";
    }

    private static Size size(int number) {
        int part = number % 20;
        return part == 0 ? Size.LARGE : part < 5 ? Size.MEDIUM : part < 15 ? Size.SMALL : Size.MICRO;
    }

    private static int staff(Size size, int number) {
        return switch (size) {
            case LARGE -> 1000 + number * 3;
            case MEDIUM -> 300 + number;
            case SMALL -> 20 + number;
            case MICRO -> 3 + number % 15;
        };
    }

    private static String tier(int number, Size size) {
        if (size == Size.LARGE) {
            return number % 40 == 0 ? "单项冠军" : "龙头";
        }
        return number % 6 == 0 ? "小巨人" : number % 3 == 0 ? "专精特新" : null;
    }

    /** The ninth character of the organisation's own code, by GB 11714. */
    private static char organisationCheck(String eight) {
        int sum = 0;
        for (int i = 0; i < 8; i++) {
            sum += SIGNS.indexOf(eight.charAt(i)) * ORGANISATION_WEIGHTS[i];
        }
        int check = 11 - sum % 11;
        return check == 10 ? 'X' : check == 11 ? '0' : (char) ('0' + check);
    }
}
