package org.zhitongche.directory;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * A department that appeals are dispatched to.
 *
 * @param kind      its main field of work, a key of {@code kinds} in config/categories.yaml
 * @param alsoKinds further fields a merged unit answers for
 * @param parent    the unit above in its own line, null at the top
 * @param head      the person told when it is overdue, may be null
 * @param validFrom null: always was
 * @param validTo   the first day on which it no longer exists; null: still does
 */
public record Department(
        String code, String name, String shortName, String kind, List<String> alsoKinds, String region, Level level,
        String parent, Channel channel, String email, UUID head, LocalDate validFrom, LocalDate validTo, int sort) {

    /** How it takes its assignments. */
    public enum Channel { QUEUE, PULL, MAIL, DESK }

    public boolean existsOn(LocalDate day) {
        return (validFrom == null || !day.isBefore(validFrom)) && (validTo == null || day.isBefore(validTo));
    }

    public boolean isOfKind(String wanted) {
        return kind.equals(wanted) || alsoKinds.contains(wanted);
    }
}
