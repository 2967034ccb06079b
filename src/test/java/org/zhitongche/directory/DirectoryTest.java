package org.zhitongche.directory;

import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.dao.DataIntegrityViolationException;
import org.zhitongche.db.MutableClock;
import org.zhitongche.db.TestDatabase;

class DirectoryTest {
    @RegisterExtension
    static final TestDatabase db = new TestDatabase();

    private static Directory directory;
    private static Enterprises enterprises;
    private static People people;
    private static Principals principals;

    @BeforeAll
    static void fill() {
        directory = FilledDirectory.in(db.database());
        enterprises = new Enterprises(db.database());
        people = new People(db.database(), MutableClock.at("2026-03-02T09:00:00+08:00"));
        principals = new Principals(db.database());
    }

    @Test
    void whatTheFilesSayIsFoundInTheDatabase() {
        assertEquals(FilledDirectory.FILES.departments().size(), directory.departments().list().size());
        assertEquals(FilledDirectory.FILES.regions().list(), directory.regions().list());
        assertEquals("用地", directory.categories().get("land").name());
    }

    @Test
    void readingTheFilesAgainKeepsWhatTheHouseChangedAboutItsDepartments() {
        DirectoryStore store = new DirectoryStore(db.database());
        Department before = directory.departments().get("350900-forestry");
        store.saveDepartment(renamed(before, "宁德市林业和草原局", null));
        FilledDirectory.FILES.mirrorTo(db.database());
        directory.refresh();
        assertEquals("宁德市林业和草原局", directory.departments().get("350900-forestry").name());
    }

    @Test
    void aChangeIsSeenByAnotherNodeWithinASecondOrTwo() {
        Directory other = new Directory(db.database());
        Department before = other.departments().get("350800-forestry");
        new DirectoryStore(db.database()).saveDepartment(renamed(before, "龙岩市林业与草原局", null));
        await().untilAsserted(() ->
                assertEquals("龙岩市林业与草原局", other.departments().get("350800-forestry").name()));
    }

    @Test
    void anAbolishedDepartmentIsKnownButNoLongerChosen() {
        Department before = directory.departments().get("350700-forestry");
        new DirectoryStore(db.database()).saveDepartment(renamed(before, before.name(), LocalDate.of(2026, 3, 1)));
        directory.refresh();
        assertTrue(directory.departments().find("350700-forestry").isPresent());
        assertEquals("350700-forestry",
                directory.departments(LocalDate.of(2026, 2, 28)).findNearest("forestry", "350700").orElseThrow().code());
        assertEquals("350000-forestry",
                directory.departments(LocalDate.of(2026, 3, 1)).findNearest("forestry", "350700").orElseThrow().code());
    }

    @Test
    void aFirmIsFoundByCodeAddressAndNameHoweverWritten() {
        Enterprise firm = FilledDirectory.firm(1);
        enterprises.save(firm);
        enterprises.saveContact(contact(firm, "Jingban@Shili1.example"));
        assertEquals(firm, enterprises.findByUscc(firm.uscc()).orElseThrow());
        assertEquals(List.of(firm), enterprises.listByContactAddress("jingban@shili1.EXAMPLE"));
        assertEquals(List.of(firm), enterprises.listByName("示例第1号(厦门) 有限公司"));
        assertEquals(List.of(), enterprises.listByName("示例第1号"));
        assertEquals(List.of(firm), enterprises.search("第1号（厦", 5));
        assertEquals(List.of(firm), enterprises.search(firm.uscc().substring(0, 16), 1));
    }

    @Test
    void searchTakesWildcardsAsTheyStand() {
        assertEquals(List.of(), enterprises.search("%", 5));
        assertEquals(List.of(), enterprises.search("_\\", 5));
        assertEquals(List.of(), enterprises.search(" ", 5));
    }

    @Test
    void anAgentOfTwoFirmsIsFoundAtBothAndSavedOncePerFirm() {
        for (int number : new int[] {2, 3, 2}) {
            enterprises.save(FilledDirectory.firm(number));
            enterprises.saveContact(contact(FilledDirectory.firm(number), "daili@shili.example"));
        }
        assertEquals(2, enterprises.listByContactAddress("daili@shili.example").size());
        assertEquals(1, enterprises.listContacts(FilledDirectory.firm(2).uscc()).size());
    }

    @Test
    void signingInWantsLoginPasswordAndAnActiveAccount() {
        Person person = people.save("Jieshou", "收件岗", Set.of(PersonRole.RECEIVER), "350200-industry", null, null,
                Passwords.hash("correct horse"));
        assertEquals(person, people.signIn("jieshou", "correct horse").orElseThrow());
        assertTrue(people.signIn("jieshou", "correct horsf").isEmpty());
        assertTrue(people.signIn("nobody", "nobody").isEmpty());
        people.setActive(person.id(), false);
        assertTrue(people.signIn("jieshou", "correct horse").isEmpty());
    }

    @Test
    void savingAPersonAgainKeepsThePassword() {
        people.save("chengban", "承办岗", Set.of(PersonRole.HANDLER), "350200-industry", null, null,
                Passwords.hash("correct horse"));
        people.save("chengban", "承办岗", Set.of(PersonRole.HANDLER, PersonRole.SIGNER), "350200-industry", null, null, null);
        assertTrue(people.signIn("chengban", "correct horse").orElseThrow().has(PersonRole.SIGNER));
    }

    @Test
    void nobodyHoldsTwoAdministratorsPowers() {
        Set<PersonRole> two = Set.of(PersonRole.SYSTEM_ADMIN, PersonRole.AUDIT_ADMIN);
        assertThrows(IllegalArgumentException.class, () -> people.save("two", "管理员", two, null, null, null, null));
        assertThrows(DataIntegrityViolationException.class, () -> db.database().sql().sql("""
                insert into person (id, login, display, roles, created_at)
                values (gen_random_uuid(), 'two', '', array['SYSTEM_ADMIN', 'AUDIT_ADMIN'], '2026-01-01T00:00Z')""")
                .update());
    }

    @Test
    void aPrincipalSignsInWithTheSecretItWasIssuedUntilItGetsAnotherOne() {
        String secret = principals.issue("350200-industry", Principal.Kind.DEPARTMENT, "350200-industry", null);
        assertEquals("350200-industry", principals.authenticate("350200-industry", secret).orElseThrow().department());
        assertTrue(principals.authenticateKey("350200-industry." + secret).isPresent());
        assertTrue(principals.authenticateKey(secret).isEmpty());
        assertTrue(principals.authenticate("350100-industry", secret).isEmpty());
        principals.issue("350200-industry", Principal.Kind.DEPARTMENT, "350200-industry", null);
        assertFalse(principals.authenticate("350200-industry", secret).isPresent());
    }

    @Test
    void anInactivePrincipalIsRefused() {
        String secret = principals.issue("hall", Principal.Kind.SUBMITTER, null, null);
        principals.setActive("hall", false);
        assertTrue(principals.authenticate("hall", secret).isEmpty());
    }

    private static EnterpriseContact contact(Enterprise firm, String address) {
        return new EnterpriseContact(UUID.randomUUID(), firm.uscc(), "经办人", address, null, true, null);
    }

    private static Department renamed(Department d, String name, LocalDate validTo) {
        return new Department(d.code(), name, d.shortName(), d.kind(), d.alsoKinds(), d.region(), d.level(), d.parent(),
                d.channel(), d.email(), d.head(), d.validFrom(), validTo, d.sort());
    }
}
