package org.zhitongche.handling;

import java.util.Objects;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Change;
import org.zhitongche.appeal.Clocks;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.Type;

/**
 * 更正分类 by a person of the centre: what was classified wrongly is put right until the case is archived. The terms that
 * follow from it count from the same start; who handles the case stays.
 *
 * @param category null where it stays, as with {@code type} and {@code region}
 */
public record Reclassify(String category, Type type, String region, String reason) implements Action {

    @Override
    public void decide(Change change) {
        Who.centre(change);
        Appeal appeal = change.appeal();
        change.require(!appeal.state().ended(), "appeal.ended");
        Who.needText(change, reason, "reason");
        String otherCategory = other(category, appeal.category());
        Type otherType = other(type, appeal.type());
        String otherRegion = other(region, appeal.region());
        change.require(otherCategory != null || otherType != null || otherRegion != null, "reclassify.nothing");
        change.raise(new Event.Reclassified(otherCategory, otherType, otherRegion, change.text(Change.TextKind.REASON, reason)));
        Clocks.reclassify(change);
    }

    private static <T> T other(T said, T stands) {
        return Objects.equals(said, stands) ? null : said;
    }
}
