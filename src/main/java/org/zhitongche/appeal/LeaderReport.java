package org.zhitongche.appeal;

import java.time.Instant;
import java.util.UUID;

/** 直转件呈报: a case put straight before a leader. @param number the appeal's with {@code -Z1}, {@code -Z2} … @param office of the leader */
public record LeaderReport(UUID id, String number, String office, TextRef summary, Instant at) {}
