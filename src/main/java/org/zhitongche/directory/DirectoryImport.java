package org.zhitongche.directory;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.zhitongche.db.Database;

/**
 * Fills the directory from files. All rows are looked at before one is stored; importing a file again changes nothing.
 * Columns are called as {@link ImportColumns} says; one that nobody knows is a problem like a bad value, and told once.
 */
public final class DirectoryImport {
    private static final int BATCH = 1000;
    private final Database database;
    private final Directory directory;
    private final Industries industries;
    private final Set<String> kinds;
    private final Enterprises enterprises;
    private final People people;

    private record Firm(Enterprise enterprise, EnterpriseContact contact) {}

    private record Officer(String login, String display, Set<PersonRole> roles, String department, String uscc,
            String email, String password) {}

    public DirectoryImport(Database database, Directory directory, DirectoryFiles files, People people) {
        this.database = database;
        this.directory = directory;
        this.people = people;
        industries = files.industries();
        kinds = files.book().kinds().keySet();
        enterprises = new Enterprises(database);
    }

    /** A table, or a file like config/departments.yaml. */
    public ImportReport importDepartments(Path file, boolean skipBad) {
        if (DepartmentFile.isOne(file)) {
            List<Department> all = DepartmentFile.read(file, directory.regions(), kinds);
            database.tx().executeWithoutResult(status -> saveDepartments(all));
            directory.refresh();
            return new ImportReport(all.size(), all.size(), List.of());
        }
        Set<String> codes = new HashSet<>(directory.departments().list().stream().map(Department::code).toList());
        return run(file, skipBad, (row, seen) -> department(row, seen, codes), this::saveDepartments);
    }

    /** A department that has no head yet gets its first signer. */
    public ImportReport importPeople(Path file, boolean skipBad) {
        return run(file, skipBad, this::officer, this::saveOfficers);
    }

    public ImportReport importEnterprises(Path file, boolean skipBad) {
        return run(file, skipBad, this::firm, this::saveFirms);
    }

    private <T> ImportReport run(Path file, boolean skipBad, BiFunction<ImportRow, Set<String>, T> reading,
            Consumer<List<T>> saving) {
        List<ImportTable.Row> rows = ImportTable.read(file);
        List<ImportReport.Problem> problems = new ArrayList<>();
        List<T> sound = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Set<String> unknown = new HashSet<>();
        for (ImportTable.Row raw : rows) {
            ImportRow row = new ImportRow(raw, problems);
            T item = reading.apply(row, seen);
            if (row.isSound()) {
                sound.add(item);
            }
            row.unknown().stream().filter(unknown::add).forEach(column -> row.fault(column, "没有这一列；可用的列：" + String.join("、", row.known())));
        }
        if (!problems.isEmpty() && !skipBad) {
            return new ImportReport(rows.size(), 0, problems);
        }
        database.tx().executeWithoutResult(status -> saving.accept(sound));
        directory.refresh();
        return new ImportReport(rows.size(), sound.size(), problems);
    }

    private Firm firm(ImportRow row, Set<String> seen) {
        String uscc = creditCode(row, seen);
        String name = row.required("name");
        String region = region(row);
        String industry = row.knownIfGiven("industry", code -> industries.find(code).isPresent(), "不是 GB/T 4754 的行业代码");
        BigDecimal rdShare = row.decimal("rdShare");
        if (rdShare != null && rdShare.compareTo(BigDecimal.ONE) > 0) {
            row.fault("rdShare", "应在0与1之间");
        }
        Enterprise firm = new Enterprise(uscc, name, region, industry,
                row.oneOf("size", Enterprise.Size.class, null), row.optional("tier"), row.list("tags"),
                row.yes("whiteListed"), row.date("founded"), row.integer("staff"), row.decimal("revenueWan"), rdShare,
                row.oneOf("status", Enterprise.Status.class, Enterprise.Status.ACTIVE),
                row.oneOf("channel", Enterprise.Channel.class, Enterprise.Channel.MAIL), row.yes("provinceDirect"), liaison(row));
        String email = row.address("email");
        String phone = row.optional("phone");
        String contactName = row.optional("contactName");
        return new Firm(firm, email == null && phone == null ? null : new EnterpriseContact(UUID.randomUUID(), uscc,
                contactName == null ? "经办人" : contactName, email, phone, true, null));
    }

    /** One who has no address could not be told. */
    private static Liaison liaison(ImportRow row) {
        String name = row.optional("liaison");
        String email = row.address("liaisonEmail");
        if (name != null && row.optional("liaisonEmail") == null) {
            row.fault("liaisonEmail", "有挂钩联系人的，应填写其邮箱");
        }
        return email == null ? null : new Liaison(name == null ? "挂钩联系人" : name, email);
    }

    private static String creditCode(ImportRow row, Set<String> seen) {
        String raw = row.required("uscc");
        if (raw == null) {
            return null;
        }
        String uscc = CreditCode.normalise(raw);
        CreditCode.findError(uscc).ifPresent(error -> row.fault("uscc", error));
        unique(row, "uscc", uscc, seen);
        return uscc;
    }

    private Department department(ImportRow row, Set<String> seen, Set<String> codes) {
        String code = row.known("code", value -> value.matches("[A-Za-z0-9_-]{1,40}"), "只能用字母、数字、-、_，至多40位");
        unique(row, "code", code, seen);
        String name = row.required("name");
        String shortName = row.optional("shortName");
        String kind = row.known("kind", kinds::contains, "不是 categories.yaml 中的部门类型");
        List<String> also = row.list("alsoKinds");
        also.stream().filter(other -> !kinds.contains(other))
                .forEach(other -> row.fault("alsoKinds", "“" + other + "”不是 categories.yaml 中的部门类型"));
        String region = region(row);
        String parent = row.knownIfGiven("parent", codes::contains, "不是已有或排在前面的部门");
        Department.Channel channel = row.oneOf("channel", Department.Channel.class, Department.Channel.DESK);
        String email = row.address("email");
        if (channel == Department.Channel.MAIL && email == null) {
            row.fault("email", "渠道为邮件时必填");
        }
        var from = row.date("validFrom");
        var to = row.date("validTo");
        if (from != null && to != null && !from.isBefore(to)) {
            row.fault("validTo", "应晚于启用日期");
        }
        Integer sort = row.integer("sort");
        if (row.isSound()) {
            codes.add(code);
        }
        Level level = directory.regions().find(region).map(Region::level).orElse(null);
        return new Department(code, name, shortName == null ? name : shortName, kind, also, region, level, parent,
                channel, email, null, from, to, sort == null ? 1000 : sort);
    }

    private Officer officer(ImportRow row, Set<String> seen) {
        String login = row.known("login", value -> value.matches("[A-Za-z0-9._@-]{2,60}"), "只能用字母、数字和 . _ @ -，2至60位");
        unique(row, "login", login, seen);
        String display = row.required("display");
        Set<PersonRole> roles = EnumSet.noneOf(PersonRole.class);
        row.list("roles").stream().map(role -> row.constant("roles", role, PersonRole.class))
                .filter(role -> role != null).forEach(roles::add);
        String department = row.knownIfGiven("department", code -> directory.departments().find(code).isPresent(), "不是已有部门的代码");
        String uscc = row.knownIfGiven("uscc", code -> enterprises.findByUscc(code).isPresent(), "不是已有企业");
        try {
            People.requireCompatible(roles, department, uscc);
        } catch (IllegalArgumentException e) {
            row.fault("roles", e.getMessage());
        }
        String password = row.knownIfGiven("password", value -> value.length() >= Passwords.MINIMUM, "密码至少8位");
        return new Officer(login, display, roles, department, uscc, row.address("email"), password);
    }

    private String region(ImportRow row) {
        String given = row.required("region");
        if (given == null) {
            return null;
        }
        Regions regions = directory.regions();
        return regions.find(given).or(() -> regions.findByName(given)).map(Region::code).orElseGet(() -> {
            row.fault("region", "“" + given + "”不是已知的行政区划代码或名称");
            return null;
        });
    }

    private void saveDepartments(List<Department> departments) {
        new DirectoryStore(database).saveDepartments(departments);
    }

    private void saveOfficers(List<Officer> officers) {
        people.saveAll(officers.stream().map(officer -> new People.Account(officer.login(), officer.display(),
                officer.roles(), officer.department(), officer.uscc(), officer.email(),
                officer.password() == null ? null : Passwords.hash(officer.password()))).toList());
        new DirectoryStore(database).appointHeads();
    }

    private void saveFirms(List<Firm> firms) {
        for (int from = 0; from < firms.size(); from += BATCH) {
            List<Firm> batch = firms.subList(from, Math.min(firms.size(), from + BATCH));
            enterprises.saveAll(batch.stream().map(Firm::enterprise).toList());
            enterprises.saveContacts(batch.stream().map(Firm::contact).filter(contact -> contact != null).toList());
        }
    }

    private static void unique(ImportRow row, String field, String value, Set<String> seen) {
        if (value != null && !seen.add(value)) {
            row.fault(field, "在文件中重复出现");
        }
    }
}
