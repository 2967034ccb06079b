package org.zhitongche.appeal;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What every door makes of what it received: the few trusted facts, typed, nothing of the transport's headers.
 *
 * @param arrival       id of the ledger row
 * @param transportId   the same on a redelivery (box/UIDVALIDITY/UID, JMS message id); null where there is none
 * @param sender        the authenticated sender, else the address or the session
 * @param verified      the sender has shown that it speaks for the firm
 * @param key           the client's key (Message-ID, messageId, Idempotency-Key); null: the content is the key for a day
 * @param uscc          统一社会信用代码, as claimed
 * @param firm          the firm's name, as claimed
 * @param region        code of the region, null when not said
 * @param category      code of the category, null when not said
 * @param complainedAbout departments that must never see the appeal, by code or name
 * @param enteredBy     the member of staff who typed it in, null when the firm did
 * @param linkedTo      number of an earlier appeal it seems to belong to
 * @param doubts        what the door found odd, keys of the words; any sends it to triage
 * @param raw           all of it as it came, kept only where it contradicts an earlier one
 * @param slip          what stood on the paper that staff typed in; null where there was none
 */
public record Submission(
        UUID arrival, Door door, String transportId, String sender, boolean verified, String key,
        Source source, Type type, String title, String text, String uscc, String firm, Contact contact,
        String region, String category, List<String> complainedAbout, MayName mayName,
        List<Attachment> attachments, Actor enteredBy, String linkedTo, List<String> doubts, Instant receivedAt,
        Attachment raw, Slip slip) {

    public Submission(UUID arrival, Door door, String transportId, String sender, boolean verified, String key,
                      Source source, Type type, String title, String text, String uscc, String firm, Contact contact,
                      String region, String category, List<String> complainedAbout, MayName mayName,
                      List<Attachment> attachments, Actor enteredBy, String linkedTo, List<String> doubts, Instant receivedAt,
                      Attachment raw) {
        this(arrival, door, transportId, sender, verified, key, source, type, title, text, uscc, firm, contact, region, category,
                complainedAbout, mayName, attachments, enteredBy, linkedTo, doubts, receivedAt, raw, null);
    }

    /** Since when the firm has waited: the paper may have come before it was typed in. */
    public Instant firstReceived() {
        return slip == null || slip.receivedAt() == null ? receivedAt : slip.receivedAt();
    }

    /** 来文. @param number that the sender gave it, null for none @param receivedAt when the house got it, null for when it was typed in */
    public record Slip(String number, Instant receivedAt) {}
}
