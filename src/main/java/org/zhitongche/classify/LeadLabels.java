package org.zhitongche.classify;

import java.util.Map;
import java.util.Optional;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Departments;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DispatchRule;

/** What the labels of a model of leads mean: departments by code or name, or kinds of department, which stand for the nearest. */
public final class LeadLabels {

    private final CategoryBook book;
    private final Directory directory;

    public LeadLabels(CategoryBook book, Directory directory) {
        this.book = book;
        this.directory = directory;
    }

    /** A kind, or {@code unit:} and a code, as rules of dispatch name them. */
    public Optional<String> target(String label) {
        Departments departments = directory.departments();
        Optional<Department> unit = departments.find(label).or(() -> departments.findByName(label));
        return unit.map(each -> DispatchRule.UNIT + each.code()).or(() -> kind(label));
    }

    private Optional<String> kind(String label) {
        return book.kinds().entrySet().stream().filter(kind -> kind.getKey().equals(label) || kind.getValue().equals(label))
                .map(Map.Entry::getKey).findFirst();
    }
}
