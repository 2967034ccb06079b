package org.zhitongche.time;

/**
 * When the lights of a limit turn.
 *
 * @param blue   once so much of the time is used
 * @param yellow so many working days before the end
 * @param brief  of a limit that is no longer than that: yellow once so much of the time is used, and never blue
 */
public record LightRule(Share blue, int yellow, Share brief) {

    public static final LightRule STANDARD = new LightRule(Share.HALF, 1, Share.HALF);
}
