package org.zhitongche.policy;

import java.time.InstantSource;
import java.util.function.Supplier;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.Industries;
import org.zhitongche.directory.Regions;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.words.Words;

/**
 * Everything about policies, put together.
 *
 * @param round       to be run each second or so
 * @param stillWanted to be given to {@code Mails.ask}
 */
public record PolicyHouse(Audiences audiences, Vocabulary vocabulary, Policies policies, Reach reach, Pushes pushes, PushRound round,
                          Received received, Subscriptions subscriptions, StillWanted stillWanted) {

    public static PolicyHouse open(Database database, InstantSource clock, Supplier<Regions> regions, Industries industries, Words words,
                                   Enterprises enterprises, Outbox outbox, SiteMessages site, TrackingTokens tokens, String publicUrl) {
        Audiences audiences = new Audiences(regions, industries, words);
        Policies policies = new Policies(database, clock, audiences);
        PolicyLinks links = new PolicyLinks(publicUrl, tokens);
        return new PolicyHouse(audiences, new Vocabulary(database, clock), policies, new Reach(database, audiences, enterprises),
                new Pushes(database, clock, audiences, policies),
                new PushRound(database, clock, audiences, enterprises, outbox, site, links, words),
                new Received(database, clock, audiences, enterprises), new Subscriptions(database, clock, links), new StillWanted(database));
    }
}
