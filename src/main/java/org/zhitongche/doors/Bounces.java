package org.zhitongche.doors;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.notice.OutgoingMails;
import org.zhitongche.notice.Recipients;

/** Marks who cannot be reached. Only a bounce that returns the unguessable id of a mail we sent there is believed. */
final class Bounces {

    private static final Logger LOG = LoggerFactory.getLogger(Bounces.class);
    private static final int MOST_IDS = 20;

    private final OutgoingMails outgoing;
    private final Recipients recipients;
    private final Pattern ownIds;

    Bounces(OutgoingMails outgoing, Recipients recipients, String domain) {
        this.outgoing = outgoing;
        this.recipients = recipients;
        this.ownIds = Pattern.compile("[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}@" + Pattern.quote(domain));
    }

    void mark(Letter letter) {
        for (String id : ids(letter)) {
            outgoing.find(id).map(sent -> sent.address().toLowerCase(Locale.ROOT)).filter(address -> isNamed(letter, address)).ifPresent(address -> {
                LOG.info("{} cannot be reached, so it gets nothing more until somebody corrects it", address);
                recipients.block(address, Recipients.Reason.BOUNCED, letter.mail().subject());
            });
        }
    }

    private Set<String> ids(Letter letter) {
        Set<String> ids = new TreeSet<>();
        Matcher matcher = ownIds.matcher(new String(letter.raw().bytes(), StandardCharsets.ISO_8859_1));
        while (ids.size() < MOST_IDS && matcher.find()) {
            ids.add(matcher.group());
        }
        return ids;
    }

    /** A bounce that names nobody speaks of the one whom its returned mail went to. */
    private static boolean isNamed(Letter letter, String address) {
        return letter.mail().failedRecipients().isEmpty()
                || letter.mail().failedRecipients().stream().anyMatch(address::equalsIgnoreCase);
    }
}
