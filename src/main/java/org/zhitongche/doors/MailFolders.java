package org.zhitongche.doors;

import jakarta.mail.FetchProfile;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import org.eclipse.angus.mail.imap.IMAPFolder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.appeal.Door;
import org.zhitongche.intake.ExternalCounts;
import org.zhitongche.intake.Outcome;

/** How many mails lie in the folders of the boxes, as their server tells it; and the folders' names. */
public final class MailFolders implements ExternalCounts {

    static final String DONE = "Done";
    static final String SUPPRESSED = "Suppressed";
    static final String QUARANTINE = "Quarantine";
    static final String OVERSIZED = "Oversized";
    static final String REFUSED = "Refused";

    /** Under one name what one outcome fills. */
    private static final Map<List<String>, Set<Outcome>> BY_OUTCOME = new LinkedHashMap<>();

    static {
        BY_OUTCOME.put(List.of(DONE), Set.of(Outcome.CREATED, Outcome.APPENDED, Outcome.DUPLICATE));
        BY_OUTCOME.put(List.of(SUPPRESSED), Set.of(Outcome.SUPPRESSED));
        BY_OUTCOME.put(List.of(QUARANTINE), Set.of(Outcome.QUARANTINED));
        BY_OUTCOME.put(List.of(OVERSIZED, REFUSED), Set.of(Outcome.REFUSED));
    }

    private static final Logger LOG = LoggerFactory.getLogger(MailFolders.class);
    private static final String CONNECT_MS = "3000";
    private static final String ANSWER_MS = "20000";

    private final List<MailBox> boxes;
    private final Instant since;

    /** @param since mails that came earlier are not counted; EPOCH for all */
    public MailFolders(List<MailBox> boxes, Instant since) {
        this.boxes = List.copyOf(boxes);
        this.since = since;
    }

    @Override
    public List<Count> list() {
        Map<List<String>, Long> lying = new LinkedHashMap<>();
        long waiting = 0;
        for (MailBox box : boxes) {
            try (Store store = Session.getInstance(properties()).getStore(box.protocol())) {
                store.connect(box.host(), box.port(), box.user(), box.password());
                // What waits comes first: a mail that is moved meanwhile is then seen twice and never missed.
                waiting += count(store.getFolder(box.folder()), Instant.EPOCH);
                for (List<String> names : BY_OUTCOME.keySet()) {
                    for (String name : names) {
                        lying.merge(names, count(store.getFolder(name), since), Long::sum);
                    }
                }
            } catch (MessagingException e) {
                LOG.info("the folders of {} cannot be counted: {}", box.user(), e.toString());
                return List.of(Count.notAsked(Door.MAIL, box.user(), "mail-away"));
            }
        }
        List<Count> counts = new ArrayList<>();
        for (Map.Entry<List<String>, Long> each : lying.entrySet()) {
            counts.add(Count.of(Door.MAIL, String.join(" + ", each.getKey()), BY_OUTCOME.get(each.getKey()), each.getValue(), waiting)
                    .since(since));
        }
        return counts;
    }

    private static long count(Folder folder, Instant since) throws MessagingException {
        if (!folder.exists()) {
            return 0;
        }
        return since.equals(Instant.EPOCH) ? folder.getMessageCount() : countSince(folder, since);
    }

    private static long countSince(Folder folder, Instant since) throws MessagingException {
        folder.open(Folder.READ_ONLY);
        try (folder) {
            Message[] all = folder.getMessages();
            FetchProfile date = new FetchProfile();
            date.add(IMAPFolder.FetchProfileItem.INTERNALDATE);
            folder.fetch(all, date);
            long count = 0;
            for (Message each : all) {
                count += each.getReceivedDate().toInstant().isBefore(since) ? 0 : 1;
            }
            return count;
        }
    }

    private static Properties properties() {
        Properties properties = new Properties();
        for (String protocol : List.of("imap", "imaps")) {
            properties.setProperty("mail." + protocol + ".connectiontimeout", CONNECT_MS);
            properties.setProperty("mail." + protocol + ".timeout", ANSWER_MS);
        }
        return properties;
    }
}
