package org.zhitongche.classify;

import java.time.Instant;
import java.util.UUID;

/**
 * What people decided about an appeal: the label that its text teaches.
 *
 * @param title  null where there was none
 * @param region code of the appeal's region
 * @param lead   code of the department that answers; null where the centre answered by itself
 * @param at     when it was decided; the latest decision counts
 * @param said   what the platform said at take-in
 */
public record Decision(UUID appeal, String number, String title, String text, String region, String category, String lead, Instant at,
        Why why, Said said) {

    /** How people came to decide. */
    public enum Why {
        /** 派单 by hand: out of triage, or again after a part fell away. */
        DISPATCHED,
        /** 直接答复: the centre decided the category and answered. */
        DIRECT,
        /** 退回 was accepted, and a person chose another. */
        SENT_BACK,
        /** 裁定: the sending-back was unfounded, the department stays. */
        RULED,
        /** 更正分类: the centre put the category right. */
        RECLASSIFIED,
        /** 并案: it is the joint case's. */
        MERGED,
        /** The platform dispatched by itself, and the department answered instead of sending back. */
        ANSWERED;

        /** A person chose, and not only went along. */
        public boolean chosen() {
            return this != ANSWERED;
        }
    }

    /**
     * What stood in the events before people decided.
     *
     * @param category    null where it could not be told
     * @param probability of the category, null where none was said
     * @param lead        null where no department was proposed
     * @param version     of the rules or the model, null where nothing was said
     * @param itself      the platform dispatched by itself; else a person was asked
     */
    public record Said(String category, Double probability, String lead, String version, boolean itself) {}
}
