package org.zhitongche.classify;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.StoredEvent;
import org.zhitongche.appeal.TextRef;
import org.zhitongche.classify.Decision.Why;
import org.zhitongche.db.Database;
import org.zhitongche.db.Timestamps;

/**
 * What people decided, read from the events: dispatch by hand, sending back, ruling, merging, and that a department answered.
 * Erased content teaches nothing any more.
 */
public final class Decisions {

    private static final int AT_ONCE = 500;

    private final Database database;
    private final AppealReads reads;

    public Decisions(Database database) {
        this.database = database;
        this.reads = new AppealReads(database);
    }

    /** Those of which something was decided since, the earliest first, those of one moment by number; memory holds some hundreds at a time. */
    public void read(Instant since, Consumer<Decision> each) {
        List<UUID> appeals = database.sql().sql("""
                select e.appeal_id from appeal_event e join appeal a on a.id = e.appeal_id
                where e.at >= ? and e.type in ('Dispatched', 'AnsweredDirectly', 'SendBackRuled', 'ReplyReleased', 'Merged', 'Unmerged')
                group by e.appeal_id, a.number order by max(e.at), a.number""").param(Timestamps.utc(since)).query(UUID.class).list();
        for (int from = 0; from < appeals.size(); from += AT_ONCE) {
            portion(appeals.subList(from, Math.min(appeals.size(), from + AT_ONCE))).stream()
                    .filter(decision -> !decision.at().isBefore(since)).forEach(each);
        }
    }

    /** As {@link #read}, all of them at once. */
    public List<Decision> list(Instant since) {
        List<Decision> all = new ArrayList<>();
        read(since, all::add);
        return all;
    }

    /** The latest so many appeals of which something was decided since, the latest first. */
    public List<Decision> latest(Instant since, int most) {
        List<UUID> appeals = database.sql().sql("""
                select e.appeal_id from appeal_event e join appeal a on a.id = e.appeal_id
                where e.at >= ? and e.type in ('Dispatched', 'AnsweredDirectly', 'SendBackRuled', 'Merged', 'Unmerged')
                group by e.appeal_id, a.number order by max(e.at) desc, a.number limit ?""").params(Timestamps.utc(since), most).query(UUID.class).list();
        List<Decision> latest = new ArrayList<>();
        for (int from = 0; from < appeals.size(); from += AT_ONCE) {
            latest.addAll(portion(appeals.subList(from, Math.min(appeals.size(), from + AT_ONCE))));
        }
        return latest;
    }

    private record Joint(String category, String lead) {}

    private List<Decision> portion(List<UUID> appeals) {
        Map<UUID, List<StoredEvent>> events = reads.listEvents(appeals);
        Map<UUID, DecisionFold> folds = new HashMap<>();
        events.forEach((appeal, of) -> folds.put(appeal, DecisionFold.of(of)));
        Map<UUID, String> texts = texts(folds.values().stream().filter(fold -> fold.label().isPresent())
                .flatMap(fold -> Stream.of(fold.title(), fold.text())).filter(Objects::nonNull).map(TextRef::id).toList());
        Map<UUID, Joint> joints = joints(folds.values().stream().flatMap(fold -> fold.label().stream())
                .map(DecisionFold.Label::joint).filter(Objects::nonNull).distinct().toList());
        return appeals.stream().map(appeal -> decision(appeal, folds.get(appeal), texts, joints)).flatMap(Optional::stream).toList();
    }

    private static Optional<Decision> decision(UUID appeal, DecisionFold fold, Map<UUID, String> texts, Map<UUID, Joint> joints) {
        DecisionFold.Label label = fold.label().map(own -> ofJoint(own, joints)).orElse(null);
        return fold.decision(appeal, label, body(fold.title(), texts), body(fold.text(), texts));
    }

    /** Null where the joint case itself is with nobody yet. */
    private static DecisionFold.Label ofJoint(DecisionFold.Label own, Map<UUID, Joint> joints) {
        if (own.why() != Why.MERGED) {
            return own;
        }
        Joint joint = joints.get(own.joint());
        return joint == null || joint.lead() == null ? null : new DecisionFold.Label(joint.category(), joint.lead(), own.at(), own.why(), own.joint());
    }

    private static String body(TextRef ref, Map<UUID, String> texts) {
        return ref == null ? null : texts.get(ref.id());
    }

    private Map<UUID, String> texts(List<UUID> ids) {
        Map<UUID, String> texts = new HashMap<>();
        database.sql().sql("select id, body from appeal_content where id = any (?) and body is not null").param(ids.toArray(UUID[]::new))
                .query(row -> {
                    texts.put(row.getObject(1, UUID.class), row.getString(2));
                });
        return texts;
    }

    private Map<UUID, Joint> joints(List<UUID> ids) {
        Map<UUID, Joint> joints = new HashMap<>();
        database.sql().sql("select id, category, lead from appeal where id = any (?)").param(ids.toArray(UUID[]::new)).query(row -> {
            joints.put(row.getObject(1, UUID.class), new Joint(row.getString(2), row.getString(3)));
        });
        return joints;
    }
}
