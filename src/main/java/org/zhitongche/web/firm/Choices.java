package org.zhitongche.web.firm;

import java.util.List;
import org.zhitongche.web.Option;

/** What the form for a new appeal lets one choose. @param units names of departments, as proposals while typing */
public record Choices(List<Option> types, List<Option> regions, List<Option> categories, List<String> units, List<Option> mayName) {
}
