package org.zhitongche.stats;

import java.time.Duration;

/**
 * 超期天数归属: for how long one holder had appeals while they were overdue. The holders' parts add up to the whole.
 *
 * @param holder  a department's code, CENTRE (its triage, rulings, reviews, and extensions not ruled on), or FIRM
 * @param appeals overdue ones that it held at all
 * @param days    working days; one counts for who held the appeal at its close, the last, begun one for who held it last
 * @param elapsed by the clock on the wall
 */
public record Late(String holder, long appeals, long days, Duration elapsed) {}
