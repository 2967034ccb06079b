package org.zhitongche.app;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The house as it was drawn: packages by feature, arrows one way. */
class ArrowsTest {

    private static final String HOUSE = "org.zhitongche.";

    /** From the top down; a floor may use those below it, and neighbours on a floor are strangers. */
    private static final List<List<String>> FLOORS = List.of(
            List.of("app"),
            List.of("doors", "web", "demo"),
            List.of("papers"),
            List.of("stats", "documents"),
            List.of("intake", "classify", "dispatch", "handling", "supervision", "survey", "policy", "calendar", "similar"),
            List.of("notice"),
            List.of("appeal"),
            List.of("directory"),
            List.of("time", "db", "words", "mailtext", "parts"));

    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.zhitongche");

    @TestFactory
    List<DynamicTest> eachPackageUsesOnlyThoseBelowIt() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int floor = 0; floor < FLOORS.size(); floor++) {
            for (String name : FLOORS.get(floor)) {
                List<String> forbidden = new ArrayList<>();
                FLOORS.subList(0, floor).forEach(above -> above.forEach(each -> forbidden.add(HOUSE + each + "..")));
                FLOORS.get(floor).stream().filter(each -> !each.equals(name) && !allowed(name, each))
                        .forEach(each -> forbidden.add(HOUSE + each + ".."));
                tests.add(DynamicTest.dynamicTest(name, () -> noClasses().that().resideInAPackage(HOUSE + name + "..")
                        .should().dependOnClassesThat().resideInAnyPackage(forbidden.toArray(String[]::new))
                        .allowEmptyShould(true).check(CLASSES)));
            }
        }
        return tests;
    }

    /** The bottom floor holds tools; the mail reader and the parts use the database package's Content and StartFailure. */
    private static boolean allowed(String from, String to) {
        return to.equals("db") && (from.equals("mailtext") || from.equals("parts") || from.equals("words"));
    }

    @Test
    void noTwoPackagesUseEachOther() {
        slices().matching("org.zhitongche.(*)..").should().beFreeOfCycles().check(CLASSES);
    }

    @Test
    void onlyDoorsAndAppKnowCamel() {
        noClasses().that().resideOutsideOfPackages(HOUSE + "doors..", HOUSE + "app..")
                .should().dependOnClassesThat().resideInAPackage("org.apache.camel..").check(CLASSES);
    }

    @Test
    void nobodyAsksTheMachineForTheTime() {
        noClasses().should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
                .orShould().callMethod(LocalDateTime.class, "now").orShould().callMethod(Clock.class, "systemUTC")
                .because("the injected InstantSource is the one source of time").check(CLASSES);
    }

    @Test
    void utilitiesHaveNames() {
        classes().should().haveNameNotMatching(".*(Util|Utils|Helper|Manager|Impl)").check(CLASSES);
    }
}
