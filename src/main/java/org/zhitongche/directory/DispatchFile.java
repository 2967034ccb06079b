package org.zhitongche.directory;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import org.zhitongche.db.ConfigFile;

/** config/dispatch.yaml with config/categories.yaml: the first filling of the rules of dispatch. */
final class DispatchFile {

    private final ConfigFile file;
    private final CategoryBook book;
    private final Regions regions;

    private record Contents(List<Exception> exceptions) {}

    private record Exception(String category, String region, String firm, String lead, List<String> sharing,
                             List<String> coHandling, List<Level> levels, String source) {}

    private DispatchFile(ConfigFile file, CategoryBook book, Regions regions) {
        this.file = file;
        this.book = book;
        this.regions = regions;
    }

    static List<DispatchRule> read(Path path, CategoryBook book, Regions regions) {
        return new DispatchFile(ConfigFile.read(path), book, regions).rules();
    }

    private List<DispatchRule> rules() {
        List<DispatchRule> rules = new ArrayList<>(DispatchRules.of(book, regions).list());
        for (Exception each : Objects.requireNonNullElse(file.as(Contents.class).exceptions(), List.<Exception>of())) {
            check(each);
            rules.add(new DispatchRule(UUID.randomUUID(), each.category(), each.region(), each.firm(), each.lead(), each.sharing(),
                    each.coHandling(), each.levels(), null, null, each.source(), null, null));
        }
        return rules;
    }

    private void check(Exception each) {
        require(each.source() != null, "exceptions", "an exception names no source", "say by which document it holds");
        require(each.category() == null || book.find(each.category()).isPresent(), each.category(), "unknown category " + each.category(), "use a code of categories.yaml");
        require(each.region() == null || regions.find(each.region()).isPresent(), each.region(), "unknown region " + each.region(), "use a code of regions.csv");
        require(each.lead() != null || each.sharing() != null || each.coHandling() != null || each.levels() != null, "exceptions",
                "an exception decides nothing", "give it a lead, sharing, coHandling or levels");
        require(each.lead() == null || DispatchRule.unit(each.lead()) != null || book.kinds().containsKey(each.lead()), each.lead(),
                "unknown kind " + each.lead(), "use one of `kinds` in categories.yaml, or unit: and a department's code");
    }

    private void require(boolean holds, String place, String cause, String cure) {
        if (!holds) {
            throw file.failure(Pattern.quote(String.valueOf(place)), 1, cause, cure);
        }
    }
}
