package org.zhitongche.demo;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DirectoryStore;
import org.zhitongche.directory.Enterprise;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.Passwords;
import org.zhitongche.directory.People;
import org.zhitongche.directory.People.Account;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principal;
import org.zhitongche.directory.Principals;

/** Fills the demo's house: firms with a contact and an agent each, officers by role, machine accounts. */
public final class DemoDirectory {
    /** Of every account of the demo, so that anybody can sign in and look. */
    public static final String PASSWORD = "zhitongche-demo";
    public static final String SUBMITTER = "demo-hall";
    public static final String SUBSCRIBER = "demo-subscriber";

    /** A unit whose four roles are four people, so that drafting, review and signing can be seen. */
    public static final String SHOWN = "350200-industry";

    private final Database database;
    private final Directory directory;
    private final Enterprises enterprises;
    private final People people;
    private final Principals principals;

    /** A firm of the demo and how it is reached. */
    public record Firm(Enterprise enterprise, String address, String login) {}

    /** What was made; {@code secrets} by the name of the machine account. */
    public record Filled(List<Firm> firms, Map<String, String> secrets) {}

    public DemoDirectory(Database database, Directory directory, People people) {
        this.database = database;
        this.directory = directory;
        this.people = people;
        enterprises = new Enterprises(database);
        principals = new Principals(database);
    }

    /** Into a house whose regions and departments are there; doing it again only renews the secrets. */
    public Filled fill() {
        Filled filled = database.tx().execute(status -> {
            String hash = Passwords.hash(PASSWORD);
            List<Firm> firms = fillFirms(hash);
            fillOfficers(hash);
            return new Filled(firms, issueSecrets());
        });
        directory.refresh();
        return filled;
    }

    private List<Firm> fillFirms(String hash) {
        DemoFirms made = new DemoFirms(directory.regions());
        List<Enterprise> all = made.enterprises();
        enterprises.saveAll(all);
        enterprises.saveContacts(IntStream.range(0, all.size())
                .mapToObj(i -> made.contact(all.get(i), i + 1)).toList());
        List<Firm> firms = IntStream.range(0, all.size())
                .mapToObj(i -> new Firm(all.get(i), DemoFirms.address(i + 1), "shili-%03d".formatted(i + 1))).toList();
        people.saveAll(firms.stream().map(firm -> new Account(firm.login(), "企业经办人", Set.of(PersonRole.FIRM_AGENT), null,
                firm.enterprise().uscc(), firm.address(), hash)).toList());
        return firms;
    }

    private void fillOfficers(String hash) {
        List<Account> accounts = new ArrayList<>(List.of(
                staff("centre", "中心坐席", PersonRole.CENTRE, hash),
                staff("supervisor", "督查岗", PersonRole.SUPERVISOR, hash),
                staff("sysadmin", "系统管理员", PersonRole.SYSTEM_ADMIN, hash),
                staff("secadmin", "安全管理员", PersonRole.SECURITY_ADMIN, hash),
                staff("auditor", "审计管理员", PersonRole.AUDIT_ADMIN, hash)));
        directory.departments().list().forEach(unit -> accounts.addAll(officers(unit, hash)));
        people.saveAll(accounts);
        new DirectoryStore(database).appointHeads();
    }

    private static List<Account> officers(Department unit, String hash) {
        if (!unit.code().equals(SHOWN)) {
            return List.of(officer(unit, "", "经办签发岗", PersonRole.OF_A_DEPARTMENT, hash));
        }
        return List.of(officer(unit, "-receiver", "收件岗", Set.of(PersonRole.RECEIVER), hash),
                officer(unit, "-handler", "承办岗", Set.of(PersonRole.HANDLER), hash),
                officer(unit, "-reviewer", "审核岗", Set.of(PersonRole.REVIEWER), hash),
                officer(unit, "-signer", "签发岗", Set.of(PersonRole.SIGNER), hash));
    }

    private static Account officer(Department unit, String suffix, String post, Set<PersonRole> roles, String hash) {
        return new Account(unit.code() + suffix, unit.shortName() + post, roles, unit.code(), null, unit.email(), hash);
    }

    private static Account staff(String login, String post, PersonRole role, String hash) {
        return new Account(login, post, Set.of(role), null, null, login + "@zhitongche.local", hash);
    }

    private Map<String, String> issueSecrets() {
        Map<String, String> secrets = new LinkedHashMap<>();
        directory.departments().list().stream()
                .filter(unit -> Set.of(Department.Channel.QUEUE, Department.Channel.PULL).contains(unit.channel()))
                .map(Department::code).forEach(code ->
                        secrets.put(code, principals.issue(code, Principal.Kind.DEPARTMENT, code, null)));
        secrets.put(SUBMITTER, principals.issue(SUBMITTER, Principal.Kind.SUBMITTER, null, null));
        secrets.put(SUBSCRIBER, principals.issue(SUBSCRIBER, Principal.Kind.SUBSCRIBER, null, null));
        return secrets;
    }
}
