package org.zhitongche.stats;

import java.util.HashMap;
import java.util.Map;
import org.zhitongche.db.Database;

/** Where regions and departments stand in the order of the province, as the directory has it now; read where it is asked for. */
final class Places {

    private final Database database;
    private Map<String, String> cityOfCounty;
    private Map<String, String> levelOfDepartment;

    Places(Database database) {
        this.database = database;
    }

    private static Map<String, String> read(Database database, String pairs) {
        Map<String, String> read = new HashMap<>();
        database.sql().sql(pairs).query(row -> {
            read.put(row.getString(1), row.getString(2));
        });
        return read;
    }

    /** A county's city; every other region is its own. */
    String city(String region) {
        if (cityOfCounty == null) {
            cityOfCounty = read(database, "select code, parent from region where level = 'COUNTY' and parent is not null");
        }
        return cityOfCounty.getOrDefault(region, region);
    }

    /** Null where the department is none or unknown. */
    String level(String department) {
        if (levelOfDepartment == null) {
            levelOfDepartment = read(database, "select code, level from department");
        }
        return levelOfDepartment.get(department);
    }
}
