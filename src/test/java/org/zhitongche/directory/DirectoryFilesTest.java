package org.zhitongche.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhitongche.db.StartFailure;

/** The delivered files make sense, and one that does not says where. */
class DirectoryFilesTest {
    private static final DirectoryFiles FILES = DirectoryFiles.read(Path.of("config"));
    private static final Regions REGIONS = FILES.regions();
    private static final Departments DEPARTMENTS = new Departments(REGIONS, FILES.departments());

    @TempDir
    Path folder;

    @Test
    void citiesStandInOfficialOrder() {
        assertEquals(List.of("福州市", "厦门市", "漳州市", "泉州市", "三明市", "莆田市", "南平市", "龙岩市", "宁德市", "平潭综合实验区"),
                REGIONS.list(Level.CITY).stream().map(Region::name).toList());
    }

    @Test
    void aCountyKnowsItsCityAndProvince() {
        assertEquals(List.of("晋江市", "泉州市", "福建省"), REGIONS.path("350582").stream().map(Region::name).toList());
        assertEquals("350128", REGIONS.findByName("平潭").orElseThrow().code());
        assertEquals("350000", REGIONS.get("350128").parent());
        assertTrue(REGIONS.isWithin("350582", "350500"));
        assertFalse(REGIONS.isWithin("350128", "350100"));
    }

    @Test
    void everyLeadOfEveryCategoryExistsInTheProvinceAndInEveryCityByItselfOrAbove() {
        for (CategoryRule rule : FILES.book().rules()) {
            for (Region city : REGIONS.list(Level.CITY)) {
                assertTrue(rule.isGroup() || DEPARTMENTS.findNearest(rule.lead(), city.code()).isPresent(),
                        rule.code() + " in " + city.name());
            }
        }
    }

    @Test
    void aDistrictWithoutAUnitOfItsOwnIsServedByTheCity() {
        assertEquals("厦门市林业局", DEPARTMENTS.findNearest("forestry", "350203").orElseThrow().name());
        assertEquals("福建省海洋与渔业局", DEPARTMENTS.findNearest("ocean", "350782").orElseThrow().name());
    }

    @Test
    void aMergedUnitAnswersForAllItsFields() {
        assertEquals("平潭综合实验区经济发展局", DEPARTMENTS.findNearest("science", "350128").orElseThrow().name());
        assertEquals("晋江市工业和信息化局", DEPARTMENTS.find("science", "350582").orElseThrow().name());
    }

    @Test
    void namesFollowTheLine() {
        assertEquals("泉州市晋江生态环境局", DEPARTMENTS.get("350582-ecology").name());
        assertEquals("国家税务总局厦门市思明区税务局", DEPARTMENTS.get("350203-taxation").name());
        assertEquals("350500-ecology", DEPARTMENTS.get("350582-ecology").parent());
        assertEquals(Department.Channel.PULL, DEPARTMENTS.get("350582-ecology").channel());
    }

    @Test
    void belowABureauStandsItsLineAndBelowAGovernmentEverything() {
        assertTrue(DEPARTMENTS.below("350500-ecology").contains("350582-ecology"));
        assertFalse(DEPARTMENTS.below("350500-ecology").contains("350500-taxation"));
        assertTrue(DEPARTMENTS.below("350500-government").contains("350582-taxation"));
        assertFalse(DEPARTMENTS.below("350500-government").contains("350203-taxation"));
        assertEquals("350000-ecology", DEPARTMENTS.findAbove("350500-ecology").orElseThrow().code());
    }

    @Test
    void industriesKnowTheirSection() {
        assertEquals("C", FILES.industries().find("3741").orElseThrow().section());
        assertTrue(FILES.industries().isWithin("1311", "13"));
        assertTrue(FILES.industries().isWithin("1311", "C"));
        assertFalse(FILES.industries().isWithin("1311", "A"));
        assertEquals(20, FILES.industries().listSections().size());
    }

    @Test
    void anUnknownKindStopsTheStartNamingFileLineAndCure() throws IOException {
        StartFailure failure = refused(valid().replace("lead: industry", "lead: magic"));
        assertTrue(failure.getMessage().matches("(?s).*categories.yaml line 5: .*unknown kind magic: use one of `kinds`.*"),
                failure.getMessage());
    }

    @Test
    void aDuplicateCodeStopsTheStartAtTheSecond() throws IOException {
        StartFailure failure = refused(valid() + "  - {code: one, name: 二, lead: industry}\n");
        assertTrue(failure.getMessage().contains("line 6: category one stands there twice"), failure.getMessage());
    }

    @Test
    void aCategoryWithoutLeadStopsTheStart() throws IOException {
        StartFailure failure = refused(valid() + "  - {code: two, name: 二}\n");
        assertTrue(failure.getMessage().contains("line 6: category two has no lead"), failure.getMessage());
    }

    @Test
    void aMisspeltFieldStopsTheStart() throws IOException {
        StartFailure failure = refused(valid().replace("lead: industry", "laed: industry"));
        assertTrue(failure.getMessage().contains("line 5") && failure.getMessage().contains("laed"),
                failure.getMessage());
    }

    @Test
    void aWordWeighedTwiceInOneCategoryStopsTheStart() throws IOException {
        StartFailure failure = refused(valid().replace("{税: 1}", "{税: 1, 税: 2}"));
        assertTrue(failure.getMessage().contains("line 5"), failure.getMessage());
    }

    private static String valid() {
        return """
                kinds: {industry: 工业}
                doubt: {minimum: 1, margin: 0.1, title: 2}

                categories:
                  - {code: one, name: 一, lead: industry, terms: {税: 1}}
                """;
    }

    private StartFailure refused(String yaml) throws IOException {
        Path path = Files.writeString(folder.resolve("categories.yaml"), yaml);
        return assertThrows(StartFailure.class, () -> CategoryBook.read(path));
    }
}
