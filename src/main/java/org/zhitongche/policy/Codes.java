package org.zhitongche.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.zhitongche.directory.Industries;
import org.zhitongche.directory.Region;
import org.zhitongche.directory.Regions;

/** The regions and industries that an audience names: by code or by name, and what lies below them. */
final class Codes {
    private static final int SECTION = 1;

    private final Supplier<Regions> regions;
    private final Industries industries;

    Codes(Supplier<Regions> regions, Industries industries) {
        this.regions = regions;
        this.industries = industries;
    }

    /** The code of what was written as code or name. */
    Optional<String> find(Field field, String written) {
        if (field == Field.REGION) {
            Regions all = regions.get();
            return all.find(written).or(() -> all.findByName(written)).map(Region::code);
        }
        return industries.find(written).map(Industries.Industry::code)
                .or(() -> industries.findByName(written).map(Industries.Industry::code));
    }

    String name(Field field, String code) {
        return field == Field.REGION ? regions.get().find(code).map(Region::name).orElse(code)
                : industries.find(code).map(Industries.Industry::name).orElse(code);
    }

    /** The region and all below it. */
    Stream<String> within(String region) {
        Regions all = regions.get();
        return Stream.concat(Stream.of(region), all.listChildren(region).stream().flatMap(child -> within(child.code())));
    }

    /** What a firm's industry may begin with to stand in that one. */
    List<String> beginnings(String industry) {
        List<String> beginnings = new ArrayList<>(List.of(industry));
        if (industry.length() == SECTION) {
            industries.listDivisions(industry).forEach(division -> beginnings.add(division.code()));
        }
        return beginnings;
    }
}
