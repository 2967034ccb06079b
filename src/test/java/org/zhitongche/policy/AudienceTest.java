package org.zhitongche.policy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.ResultSet;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.demo.DemoDirectory;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.Industries;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Region;
import org.zhitongche.words.Words;

class AudienceTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static final List<Enterprise> FIRMS = new ArrayList<>();
    private static Directory directory;
    private static Audiences audiences;

    @BeforeAll
    static void twoHundredFirmsAndSomeOfWhomLittleIsKnown() {
        directory = FilledDirectory.in(db.database());
        audiences = new Audiences(directory::regions, FilledDirectory.FILES.industries(), Words.read(Path.of("config/words"), "zh"));
        new DemoDirectory(db.database(), directory, new People(db.database(), MutableClock.at("2026-03-02T09:00:00+08:00"))).fill()
                .firms().forEach(firm -> FIRMS.add(firm.enterprise()));
        for (int number = 1; number <= 12; number++) {
            FIRMS.add(littleKnown(number));
        }
        new Enterprises(db.database()).saveAll(FIRMS);
    }

    /** Each fact is missing with some of them. */
    private static Enterprise littleKnown(int number) {
        Enterprise firm = FilledDirectory.firm(number);
        return new Enterprise(firm.uscc(), firm.name(), "350203", number % 2 == 0 ? null : number % 3 == 0 ? "C" : "39",
                number % 3 == 0 ? null : Enterprise.Size.MICRO, null, number % 4 == 0 ? List.of("出口") : List.of(), false,
                number % 3 == 1 ? LocalDate.of(2020, 1, 1) : null, number % 5 == 0 ? null : number, null, null,
                Enterprise.Status.ACTIVE, Enterprise.Channel.SITE, false);
    }

    @Test
    void theDatabaseAndThisProgramAgreeOnWhomAnyAudienceMeansAndWhy() {
        Random random = new Random(20260302);
        int meant = 0;
        for (int i = 0; i < 400; i++) {
            Audience audience = random(random, 3);
            Map<String, List<Integer>> here = new TreeMap<>();
            FIRMS.stream().filter(firm -> audiences.fits(audience, firm))
                    .forEach(firm -> here.put(firm.uscc(), audiences.held(audience, firm)));
            assertEquals(here, inTheDatabase(audience), () -> audiences.write(audience).toString());
            assertEquals(audience, audiences.read(audiences.write(audience)));
            meant += here.isEmpty() || here.size() == FIRMS.size() ? 0 : 1;
        }
        assertTrue(meant > 200, "only " + meant + " audiences told firms apart");
    }

    private static Map<String, List<Integer>> inTheDatabase(Audience audience) {
        Condition held = audiences.heldSql(audience);
        Condition condition = audiences.condition(audience);
        Map<String, List<Integer>> found = new TreeMap<>();
        db.database().sql().sql("select uscc, " + held.sql() + " as held from enterprise e where " + condition.sql())
                .params(Stream.concat(held.values().stream(), condition.values().stream()).toList())
                .query((ResultSet row) -> {
                    Object[] places = (Object[]) row.getArray("held").getArray();
                    found.put(row.getString("uscc"), Arrays.stream(places).map(place -> ((Number) place).intValue()).toList());
                });
        return found;
    }

    private static Audience random(Random random, int deeper) {
        int kind = deeper == 0 ? 3 : random.nextInt(6);
        return switch (kind) {
            case 0 -> new Audience.All(several(random, deeper, random.nextInt(4)));
            case 1 -> new Audience.Any(several(random, deeper, 1 + random.nextInt(3)));
            case 2 -> new Audience.Not(random(random, deeper - 1));
            default -> part(random);
        };
    }

    private static List<Audience> several(Random random, int deeper, int count) {
        return Stream.generate(() -> random(random, deeper - 1)).limit(count).toList();
    }

    private static Audience part(Random random) {
        Field field = Field.values()[random.nextInt(Field.values().length)];
        Enterprise like = FIRMS.get(random.nextInt(FIRMS.size()));
        return switch (field) {
            case REGION -> oneOf(field, random, directory.regions().list().stream().map(Region::code).toList());
            case INDUSTRY -> industry(random, like);
            case SIZE -> oneOf(field, random, Arrays.stream(Enterprise.Size.values()).map(Enum::name).toList());
            case TIER -> oneOf(field, random, List.of("龙头", "单项冠军", "小巨人", "专精特新", "不存在的梯队"));
            case TAG -> oneOf(field, random, List.of("出口", "高新技术企业", "冷链", "it's % _ \\", "绿色制造"));
            case WHITE_LISTED, PROVINCE_DIRECT -> new Audience.Marked(field);
            case REVENUE, STAFF, RD_SHARE -> amount(field, random, like);
            case FOUNDED -> new Audience.Days(field, LocalDate.of(1995 + random.nextInt(20), 3, 1),
                    random.nextBoolean() ? null : LocalDate.of(2016 + random.nextInt(9), 2, 2));
        };
    }

    private static Audience industry(Random random, Enterprise like) {
        Industries industries = FilledDirectory.FILES.industries();
        String code = like.industry() == null || like.industry().length() < 2 ? "39" : like.industry();
        String section = industries.find(code).orElseThrow().section();
        return oneOf(Field.INDUSTRY, random, List.of(section, code, code.substring(0, 2), "I", "65"));
    }

    private static Audience amount(Field field, Random random, Enterprise like) {
        Object fact = field.of(like);
        BigDecimal about = fact == null ? BigDecimal.ONE : (BigDecimal) fact;
        return new Audience.Amount(field, random.nextBoolean() ? about : null, about.add(BigDecimal.valueOf(random.nextInt(300))));
    }

    private static Audience oneOf(Field field, Random random, List<String> values) {
        return audiences.oneOf(field, Stream.generate(() -> values.get(random.nextInt(values.size()))).limit(1 + random.nextInt(2)).toList());
    }

    @Test
    void itReadsAsASentence() {
        Audience audience = audiences.read("""
                {"all": [{"field": "region", "in": ["350200", "泉州"]},
                         {"any": [{"field": "tier", "in": ["专精特新", "小巨人"]}, {"field": "whiteListed"}]},
                         {"not": {"field": "industry", "in": ["K"]}},
                         {"field": "rdShare", "from": 0.03}]}""");
        assertEquals("所在地区为厦门市、泉州市（含所辖地区），且（企业梯队为专精特新、小巨人，或列入重点产业链供应链白名单），"
                + "且不属于“所属行业为房地产业”，且研发投入占比3%及以上", audiences.sentence(audience));
        assertEquals("全部企业", audiences.sentence(Audience.EVERYONE));
    }

    @Test
    void aFirmIsToldThePartsThatHeldBesideItsOwnFacts() {
        Audience audience = audiences.read("""
                {"all": [{"field": "region", "in": ["350200"]},
                         {"any": [{"field": "tag", "in": ["出口"]}, {"field": "size", "in": ["LARGE"]}, {"field": "staff", "to": 20}]},
                         {"not": {"field": "industry", "in": ["房地产业"]}}]}""");
        Enterprise firm = FIRMS.get(FIRMS.size() - 9);
        assertEquals(List.of("所在地区为厦门市（含所辖地区）（企业档案：思明区）", "企业标签含出口（企业档案：出口）",
                "从业人员不超过20人（企业档案：4人）", "不属于“所属行业为房地产业”"), audiences.why(audience, firm));
        assertEquals(audiences.why(audience, firm), audiences.why(audience, audiences.held(audience, firm), false, firm));
        assertEquals(List.of("面向全部企业"), audiences.why(Audience.EVERYONE, firm));
    }

    @Test
    void aFactThatIsNotKnownHoldsNothing() {
        Enterprise firm = FIRMS.get(FIRMS.size() - 10);
        Audience small = audiences.read("{\"field\": \"size\", \"in\": [\"SMALL\", \"MICRO\", \"MEDIUM\", \"LARGE\"]}");
        assertFalse(audiences.fits(small, firm));
        assertTrue(audiences.fits(new Audience.Not(small), firm));
    }

    @Test
    void whatMakesNoSenseIsRefusedByName() {
        Map<String, String> refused = Map.of(
                "no json", "audience.shape", "{}", "audience.shape", "{\"all\": [], \"any\": []}", "audience.shape",
                "{\"field\": \"e.status = 'x' or\", \"in\": [\"1\"]}", "audience.field",
                "{\"field\": \"region\", \"in\": [\"999999\"]}", "audience.value",
                "{\"field\": \"size\", \"in\": [\"HUGE\"]}", "audience.value",
                "{\"field\": \"staff\", \"from\": 9, \"to\": 3}", "audience.range",
                "{\"field\": \"staff\"}", "audience.empty",
                "{\"field\": \"tag\", \"in\": []}", "audience.empty",
                "{\"field\": \"founded\", \"from\": \"2026-02-30\"}", "audience.value");
        refused.forEach((json, rule) -> assertEquals(rule, assertThrows(Refusal.class, () -> audiences.read(json), json).rule()));
        Function<Integer, String> nested = depth -> "{\"not\": ".repeat(depth) + "{\"field\": \"whiteListed\"}" + "}".repeat(depth);
        assertEquals("audience.too-deep", assertThrows(Refusal.class, () -> audiences.read(nested.apply(500))).rule());
        audiences.read(nested.apply(5));
    }
}
