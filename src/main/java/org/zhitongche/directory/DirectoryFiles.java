package org.zhitongche.directory;

import java.io.IOException;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.zhitongche.db.ConfigFile;
import org.zhitongche.db.Database;
import org.zhitongche.db.StartFailure;

/** The directory as config/ tells it: regions, industries and categories at each start, departments the first time. */
public record DirectoryFiles(Regions regions, Industries industries, CategoryBook book, List<Department> departments,
                             List<DispatchRule> rules) {
    private static final CSVFormat CSV = CSVFormat.DEFAULT.builder().setHeader().setSkipHeaderRecord(true)
            .setCommentMarker('#').setIgnoreEmptyLines(true).setTrim(true).get();

    public static DirectoryFiles read(Path config) {
        CategoryBook book = CategoryBook.read(config.resolve("categories.yaml"));
        Regions regions = readRegions(config.resolve("regions.csv"));
        return new DirectoryFiles(regions, readIndustries(config.resolve("industries.csv")), book,
                DepartmentFile.read(config.resolve("departments.yaml"), regions, book.kinds().keySet()),
                DispatchFile.read(config.resolve("dispatch.yaml"), book, regions));
    }

    /** Brings the database to what the files say; departments only into an empty directory. */
    public void mirrorTo(Database database) {
        DirectoryStore store = new DirectoryStore(database);
        database.tx().executeWithoutResult(status -> {
            store.saveRegions(regions.list());
            store.saveCategories(book.categories());
            DispatchRuleStore.fill(database.sql(), rules);
            if (!store.hasDepartments()) {
                store.saveDepartments(departments);
            }
        });
    }

    public static Regions readRegions(Path path) {
        return new Regions(rows(path, row -> new Region(row.get("code"), row.get("name"),
                Level.valueOf(row.get("level")), row.get("parent").isEmpty() ? null : row.get("parent"),
                Integer.parseInt(row.get("sort")))));
    }

    static Industries readIndustries(Path path) {
        return new Industries(rows(path,
                row -> new Industries.Industry(row.get("code"), row.get("name"), row.get("section"))));
    }

    private static <T> List<T> rows(Path path, Function<CSVRecord, T> meaning) {
        String text = ConfigFile.read(path).text();
        try (CSVParser parser = CSV.parse(new StringReader(text))) {
            return parser.stream().map(meaning).toList();
        } catch (IOException | RuntimeException e) {
            throw new StartFailure(path + " is not the table it should be (" + e.getMessage() + ")",
                    "correct that row or restore the delivered file", e);
        }
    }
}
