package org.zhitongche.demo;

/**
 * What one of the demo's firms asks for.
 *
 * @param door      mail, queue, api, web or staff
 * @param source    for staff: how the firm made itself heard
 * @param region    null: the firm's own
 * @param answer    A to D, how its lead department will answer (null: A); {@link #NEVER} within the story; {@link #LEFT} to whoever looks on
 * @param satisfied what the firm will say then
 * @param sentBack  its lead department holds itself not competent, if it works by queue
 * @param firm      who asks, a credit code or a name: the same is always the same firm of the demo; null: some firm of the region
 * @param category  code, as far as the firm says it; only machines do
 */
public record Wish(String door, String source, String region, String type, String title, String text, String answer,
                   Boolean satisfied, String complainedAbout, boolean sentBack, String firm, String category) {

    static final String NEVER = "NEVER";
    /** Asked on the last day, and nobody of the demo decides or answers it. */
    static final String LEFT = "LEFT";

    public String conclusion() {
        return answer == null ? "A" : answer;
    }

    public boolean forgotten() {
        return NEVER.equals(answer);
    }

    boolean left() {
        return LEFT.equals(answer);
    }

    public boolean content() {
        return satisfied == null || satisfied;
    }

    /** As one that its author says nothing about goes. */
    static Wish unknown(String title) {
        return new Wish(null, null, null, null, title, null, null, null, null, false, null, null);
    }
}
