package org.zhitongche.web.desk;

import java.util.List;
import java.util.UUID;
import org.zhitongche.appeal.Actor;
import org.zhitongche.similar.SimilarCases;
import org.zhitongche.similar.SimilarCases.SimilarCase;
import org.zhitongche.similar.SimilarHouse;

/**
 * Cases like the one on the page, as far as the viewer may see them.
 *
 * @param repeated earlier ones of the same firm; never told to a department
 * @param shared   of other firms about the same matter; never told to a department
 * @param decided  completed ones, with how they ended
 */
public record LikeView(List<SimilarCase> repeated, List<SimilarCase> shared, List<SimilarCase> decided) {

    public static final LikeView NONE = new LikeView(List.of(), List.of(), List.of());
    private static final int DECIDED = 5;

    static LikeView of(Actor viewer, UUID appeal, SimilarHouse similar) {
        SimilarCases cases = similar.cases();
        boolean department = viewer.is(Actor.Kind.DEPARTMENT);
        return new LikeView(department ? List.of() : cases.listRepeated(viewer, List.of(appeal)).getOrDefault(appeal, List.of()),
            department ? List.of() : cases.listShared(viewer, List.of(appeal)).getOrDefault(appeal, List.of()),
            cases.listDecided(viewer, appeal, DECIDED));
    }

    public boolean isEmpty() {
        return repeated.isEmpty() && shared.isEmpty() && decided.isEmpty();
    }
}
