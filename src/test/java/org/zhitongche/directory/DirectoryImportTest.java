package org.zhitongche.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;

class DirectoryImportTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static Directory directory;
    private static Enterprises enterprises;
    private static People people;
    private static DirectoryImport imports;

    @TempDir
    Path folder;

    @BeforeAll
    static void fill() {
        directory = FilledDirectory.in(db.database());
        enterprises = new Enterprises(db.database());
        people = new People(db.database(), MutableClock.at("2026-03-02T09:00:00+08:00"));
        imports = new DirectoryImport(db.database(), directory, FilledDirectory.FILES, people);
    }

    @Test
    void firmsComeInWithTheirProfileAndContact() throws IOException {
        String uscc = CreditCode.complete("91359999MA1000001");
        Path file = write("firms.csv", """
                统一社会信用代码,企业名称,行政区划,行业,规模,标签,白名单,员工数,营业收入万元,邮箱,挂钩联系人,挂钩联系人邮箱
                %s,示例塑料有限公司,晋江市,2921,小型,出口;节能,是,120,3500.5,lianxi@shili.example,企业服务科科长,kezhang@gov.example
                """.formatted(uscc));
        assertEquals(new ImportReport(1, 1, List.of()), imports.importEnterprises(file, false));
        Enterprise firm = enterprises.findByUscc(uscc).orElseThrow();
        assertEquals("350582", firm.region());
        assertEquals(Enterprise.Size.SMALL, firm.size());
        assertEquals(List.of("出口", "节能"), firm.tags());
        assertEquals(new BigDecimal("3500.5"), firm.revenueWan());
        assertTrue(firm.whiteListed());
        assertEquals(new Liaison("企业服务科科长", "kezhang@gov.example"), firm.liaison());
        assertEquals(1, enterprises.listByContactAddress("lianxi@shili.example").size());
    }

    @Test
    void importingAFileTwiceChangesNothing() throws IOException {
        String uscc = CreditCode.complete("91359999MA1000002");
        Path file = write("firms.jsonl", """
                {"uscc": "%s", "name": "示例二有限公司", "region": "350200", "email": "er@shili.example", "tags": ["甲", "乙"]}
                """.formatted(uscc));
        imports.importEnterprises(file, false);
        assertEquals(1, imports.importEnterprises(file, false).imported());
        assertEquals(1, enterprises.listContacts(uscc).size());
        assertEquals(List.of("甲", "乙"), enterprises.findByUscc(uscc).orElseThrow().tags());
    }

    @Test
    void eachBadRowIsToldWithRowFieldAndRuleAndNothingIsStored() throws IOException {
        String good = CreditCode.complete("91359999MA1000003");
        Path file = write("firms.csv", """
                uscc,name,region,industry,staff
                %s,示例三有限公司,350200,,
                91350100M000100Y44,示例四有限公司,350200,,
                %s,,999999,ZZ,-1
                """.formatted(good, CreditCode.complete("91359999MA1000005")));
        ImportReport report = imports.importEnterprises(file, false);
        assertEquals(0, report.imported());
        assertEquals(List.of("3 uscc", "4 name", "4 region", "4 industry", "4 staff"),
                report.problems().stream().map(problem -> problem.row() + " " + problem.field()).toList());
        assertTrue(report.problems().get(0).rule().contains("校验位不符"));
        assertTrue(enterprises.findByUscc(good).isEmpty());
    }

    @Test
    void aLiaisonWithoutAnAddressCouldNotBeTold() throws IOException {
        Path file = write("firms.csv", "uscc,name,region,liaison\n%s,示例七有限公司,350200,企业服务科科长\n".formatted(CreditCode.complete("91359999MA1000007")));
        ImportReport report = imports.importEnterprises(file, false);
        assertEquals("第2行 挂钩联系人邮箱（liaisonEmail）：有挂钩联系人的，应填写其邮箱", report.problems().get(0).toString());
    }

    @Test
    void badRowsCanBeSkipped() throws IOException {
        String good = CreditCode.complete("91359999MA1000006");
        Path file = write("firms.csv", "uscc,name,region\n%s,示例六有限公司,350200\n%s,重复,350200\n".formatted(good, good));
        ImportReport report = imports.importEnterprises(file, true);
        assertEquals(1, report.imported());
        assertEquals("第3行 统一社会信用代码（uscc）：在文件中重复出现", report.problems().get(0).toString());
        assertEquals("示例六有限公司", enterprises.findByUscc(good).orElseThrow().name());
    }

    @Test
    void aColumnThatNobodyKnowsIsToldOnceWithThoseThatThereAre() throws IOException {
        String one = CreditCode.complete("91359999MA1000008");
        Path file = write("firms.csv", "统一社会信用代码,企业名称,地区,标笺\n%s,示例八有限公司,福州,甲\n%s,示例九有限公司,福州,乙\n"
                .formatted(one, CreditCode.complete("91359999MA1000009")));
        ImportReport report = imports.importEnterprises(file, false);
        assertEquals(0, report.imported(), "what it holds would be lost");
        assertEquals(List.of("2 标笺"), report.problems().stream().map(problem -> problem.row() + " " + problem.field()).toList());
        assertTrue(report.problems().get(0).rule().contains("可用的列：统一社会信用代码（uscc）、名称（name）、行政区划（region）"), report.toString());
        assertTrue(report.problems().get(0).rule().contains("标签（tags）"));
        assertEquals(2, imports.importEnterprises(file, true).imported());
    }

    @Test
    void aTableSavedByChineseExcelIsRead() throws IOException {
        String uscc = CreditCode.complete("91359999MA1000007");
        Path file = folder.resolve("excel.csv");
        Files.write(file, "统一社会信用代码,企业名称,行政区划\n%s,示例七有限公司,福州\n".formatted(uscc)
                .getBytes(Charset.forName("GBK")));
        assertEquals(1, imports.importEnterprises(file, false).imported());
        assertEquals("350100", enterprises.findByUscc(uscc).orElseThrow().region());
    }

    @Test
    void departmentsMayNameAUnitAboveThatStandsBeforeThemInTheFile() throws IOException {
        Path file = write("departments.yaml", """
                - {code: zone, name: 示例开发区管委会, kind: government, region: "350200", channel: DESK}
                - {code: zone-industry, name: 示例开发区经济局, kind: industry, alsoKinds: [science], region: "350200", parent: zone, channel: MAIL, email: jj@zone.example}
                """);
        assertEquals(2, imports.importDepartments(file, false).imported());
        assertEquals("zone", directory.departments().get("zone-industry").parent());
        assertEquals(List.of("science"), directory.departments().get("zone-industry").alsoKinds());
    }

    @Test
    void theDeliveredFileCanBeImportedAgain() {
        int before = directory.departments().list().size();
        int listed = FilledDirectory.FILES.departments().size();
        assertEquals(listed, imports.importDepartments(Path.of("config/departments.yaml"), false).imported());
        assertEquals(before, directory.departments().list().size());
    }

    @Test
    void aMailDepartmentWithoutAddressIsRefused() throws IOException {
        Path file = write("departments.csv", "code,name,kind,region,channel\nx,示例局,magic,350200,MAIL\n");
        assertEquals(List.of("kind", "email"), imports.importDepartments(file, false).problems().stream()
                .map(ImportReport.Problem::field).toList());
    }

    @Test
    void peopleSignInAfterTheirImport() throws IOException {
        Path file = write("people.csv", """
                登录名,显示名,角色,部门,密码
                zhangwu,收件岗,收件;承办,350200-industry,long enough
                """);
        assertEquals(1, imports.importPeople(file, false).imported());
        assertEquals("350200-industry", people.signIn("zhangwu", "long enough").orElseThrow().department());
    }

    @Test
    void anOfficerWithoutDepartmentAndTwoAdministratorsInOneAreRefused() throws IOException {
        Path file = write("people.csv", """
                login,display,roles,department
                aa,承办岗,HANDLER,
                bb,管理员,SYSTEM_ADMIN;AUDIT_ADMIN,
                cc,谁,KING,
                """);
        assertEquals(List.of(2L, 3L, 4L), imports.importPeople(file, false).problems().stream()
                .map(ImportReport.Problem::row).toList());
    }

    @Test
    void anotherKindOfFileIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> imports.importPeople(write("people.xlsx", "x"), false));
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text, StandardCharsets.UTF_8);
    }
}
