package org.zhitongche.papers;

import java.util.Collection;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.directory.Category;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Region;
import org.zhitongche.words.Words;

/** What codes are called on papers: in full, as the directory has it. */
record Speech(Words words, Directory directory) {

    String unit(String code) {
        return code == null ? null : directory.departments().find(code).map(Department::name).orElse(code);
    }

    String category(String code) {
        return code == null ? null : directory.categories().find(code).map(Category::name).orElse(code);
    }

    String region(String code) {
        return code == null ? null : directory.regions().find(code).map(Region::name).orElse(code);
    }

    String role(Assignment part) {
        return words.of("role", part.role());
    }

    /** Each with its role. */
    String units(Collection<Assignment> parts) {
        return parts.stream().map(part -> words.get("paper.unit-in-role", unit(part.department()), role(part))).distinct()
                .collect(Collectors.joining("、"));
    }
}
