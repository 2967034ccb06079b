package org.zhitongche.stats;

import java.util.HashMap;
import java.util.Map;
import org.zhitongche.db.Database;

/** Where regions and departments stand in the order of the province, as the directory has it now. */
record Places(Map<String, String> cityOfCounty, Map<String, String> levelOfDepartment) {

    static Places read(Database database) {
        Map<String, String> cities = new HashMap<>();
        database.sql().sql("select code, parent from region where level = 'COUNTY' and parent is not null")
                .query(row -> {
                    cities.put(row.getString(1), row.getString(2));
                });
        Map<String, String> levels = new HashMap<>();
        database.sql().sql("select code, level from department where level is not null").query(row -> {
            levels.put(row.getString(1), row.getString(2));
        });
        return new Places(cities, levels);
    }

    /** A county's city; every other region is its own. */
    String city(String region) {
        return cityOfCounty.getOrDefault(region, region);
    }

    /** Null where the department is none or unknown. */
    String level(String department) {
        return levelOfDepartment.get(department);
    }
}
