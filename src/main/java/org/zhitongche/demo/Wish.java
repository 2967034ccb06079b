package org.zhitongche.demo;

/**
 * What one of the demo's firms asks for.
 *
 * @param door      mail, queue, api, web or staff
 * @param source    for staff: how the firm made itself heard
 * @param answer    A to D, how its lead department will answer
 * @param satisfied what the firm will say then
 */
public record Wish(String door, String source, String region, String type, String title, String text, String answer,
                   Boolean satisfied, String complainedAbout) {

    public String conclusion() {
        return answer == null ? "A" : answer;
    }

    public boolean content() {
        return satisfied == null || satisfied;
    }
}
