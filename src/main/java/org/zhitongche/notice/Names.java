package org.zhitongche.notice;

import org.zhitongche.directory.Category;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Region;

/** Names for people instead of codes; a code that is known no more stands for itself. */
final class Names {

    private Names() {}

    static String department(Directory directory, String code) {
        return code == null ? null : directory.departments().find(code).map(Department::name).orElse(code);
    }

    static String category(Directory directory, String code) {
        return code == null ? null : directory.categories().find(code).map(Category::name).orElse(code);
    }

    static String region(Directory directory, String code) {
        return code == null ? null : directory.regions().find(code).map(Region::name).orElse(code);
    }
}
