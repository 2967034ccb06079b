package org.zhitongche.demo;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;
import org.zhitongche.directory.CreditCode;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.FilledDirectory;
import org.zhitongche.directory.Level;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principals;

class DemoDirectoryTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static Directory directory;
    private static People people;
    private static DemoDirectory.Filled filled;

    @BeforeAll
    static void fillTwice() {
        directory = FilledDirectory.in(db.database());
        people = new People(db.database(), MutableClock.at("2026-03-02T09:00:00+08:00"));
        new DemoDirectory(db.database(), directory, people).fill();
        filled = new DemoDirectory(db.database(), directory, people).fill();
    }

    @Test
    void twoHundredFirmsAreThereOnceEachPlainlyMadeUp() {
        assertEquals(200, new Enterprises(db.database()).count());
        Set<String> names = new HashSet<>();
        for (DemoDirectory.Firm firm : filled.firms()) {
            Enterprise enterprise = firm.enterprise();
            assertTrue(CreditCode.isValid(enterprise.uscc()));
            assertEquals("359999", enterprise.uscc().substring(2, 8));
            assertTrue(enterprise.name().startsWith("示例"));
            assertTrue(names.add(enterprise.name()), enterprise.name());
            assertTrue(FilledDirectory.FILES.industries().find(enterprise.industry()).isPresent(), enterprise.industry());
        }
    }

    @Test
    void theyStandInEveryCityAndInEverySize() {
        List<Enterprise> firms = filled.firms().stream().map(DemoDirectory.Firm::enterprise).toList();
        assertTrue(directory.regions().list(Level.CITY).stream()
                .allMatch(city -> firms.stream().anyMatch(firm -> firm.region().equals(city.code()))));
        assertEquals(4, firms.stream().map(Enterprise::size).distinct().count());
        assertTrue(firms.stream().map(Enterprise::region).distinct().count() > 60);
    }

    @Test
    void aFirmIsFoundByItsContactsAddress() {
        DemoDirectory.Firm firm = filled.firms().get(41);
        assertEquals(List.of(firm.enterprise()), new Enterprises(db.database()).listByContactAddress(firm.address()));
    }

    @Test
    void everyFirmOfTheWhiteListHasALiaisonWhoseMailArrives() {
        List<Enterprise> listed = new Enterprises(db.database()).list(filled.firms().stream().map(firm -> firm.enterprise().uscc()).toList()).stream()
                .filter(Enterprise::whiteListed).toList();
        assertEquals(15, listed.size());
        listed.forEach(firm -> assertTrue(directory.departments().findByEmail(firm.liaison().email()).isPresent(), firm.liaison().email()));
    }

    @Test
    void everyDepartmentHasAHeadAndSomebodyForEachRole() {
        assertTrue(directory.departments().list().stream().allMatch(unit -> unit.head() != null));
        for (PersonRole role : PersonRole.OF_A_DEPARTMENT) {
            assertTrue(people.listByDepartment(DemoDirectory.SHOWN).stream().anyMatch(person -> person.has(role)));
            assertTrue(people.listByDepartment("350100-taxation").stream().anyMatch(person -> person.has(role)));
        }
    }

    @Test
    void anybodyCanSignInAndLook() {
        assertTrue(people.signIn("centre", DemoDirectory.PASSWORD).isPresent());
        assertTrue(people.signIn("shili-042", DemoDirectory.PASSWORD).isPresent());
    }

    @Test
    void theSecretsToldLastAreTheOnesThatFit() {
        Principals principals = new Principals(db.database());
        filled.secrets().forEach((name, secret) ->
                assertTrue(principals.authenticate(name, secret).isPresent(), name));
        assertTrue(filled.secrets().containsKey("350200-industry"));
    }
}
