package org.zhitongche.dispatch;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Names;

/** 回避: the units complained about and all below them; what cannot be told for certain becomes a doubt. */
final class Recusals {
    private static final Pattern FIRM = Pattern.compile(".*(公司|集团|企业|厂|合作社|银行|支行|事务所|商行|商店)");
    private static final int NAME_LENGTH = 200;
    private static final int WORDS_LENGTH = 20_000;

    private final Departments departments;
    private final Set<String> codes = new LinkedHashSet<>();
    private final List<String> why = new ArrayList<>();
    private final Set<String> doubts = new LinkedHashSet<>();

    Recusals(Departments departments, List<String> complainedAbout) {
        this.departments = departments;
        complainedAbout.stream().filter(name -> !name.isBlank()).forEach(this::recuse);
    }

    boolean covers(Department department) {
        return codes.contains(department.code());
    }

    List<String> codes() {
        return List.copyOf(codes);
    }

    List<String> why() {
        return why;
    }

    Set<String> doubts() {
        return doubts;
    }

    /** In a complaint's text a proposed unit may be called by its short name without the region. */
    static boolean names(String words, Department department, String region) {
        String text = Names.key(words.length() > WORDS_LENGTH ? words.substring(0, WORDS_LENGTH) : words);
        String shortName = Names.key(department.shortName());
        String withoutRegion = shortName.startsWith(region) ? shortName.substring(region.length()) : shortName;
        return text.contains(Names.key(department.name())) || text.contains(shortName)
                || withoutRegion.length() > 2 && text.contains(withoutRegion);
    }

    private void recuse(String complainedAbout) {
        String given = complainedAbout.length() > NAME_LENGTH ? complainedAbout.substring(0, NAME_LENGTH) : complainedAbout;
        Optional<Department> exact = departments.find(given.strip()).or(() -> departments.findByName(given));
        Optional<Department> within = exact.isPresent() ? exact : longestNameIn(given);
        within.ifPresent(this::add);
        if (exact.isEmpty() && !FIRM.matcher(Names.key(given)).matches()) {
            doubts.add("doubt.complained-about-unclear");
            why.add("被反映对象“" + given + "”不能确定为某一部门，需人工确认回避");
        }
    }

    private Optional<Department> longestNameIn(String given) {
        String key = Names.key(given);
        return departments.list().stream()
                .filter(department -> key.contains(Names.key(department.name()))
                        || key.contains(Names.key(department.shortName())))
                .max((a, b) -> Integer.compare(a.name().length(), b.name().length()));
    }

    private void add(Department department) {
        codes.add(department.code());
        Set<String> below = departments.below(department.code());
        codes.addAll(below);
        why.add("回避：" + department.name() + "被反映" + (below.isEmpty() ? "" : "，其下级" + below.size() + "个单位一并回避"));
    }
}
