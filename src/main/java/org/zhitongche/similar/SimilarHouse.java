package org.zhitongche.similar;

import java.time.InstantSource;
import org.zhitongche.db.Database;

/**
 * Everything about like texts, put together.
 *
 * @param compare the step of take-in
 * @param round   to be run each few seconds
 * @param replies to be run each few seconds
 */
public record SimilarHouse(Compare compare, SimilarRound round, ReplyRound replies, SimilarCases cases, JointProposals joint, Topics topics) {

    public static SimilarHouse open(Database database, InstantSource clock, SimilarSettings settings) {
        return new SimilarHouse(new Compare(database, clock, settings), new SimilarRound(database, clock, settings),
                new ReplyRound(database, settings), new SimilarCases(database, settings), new JointProposals(database, clock, settings), new Topics(database, clock));
    }
}
