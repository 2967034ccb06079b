package org.zhitongche.dispatch;

import java.util.List;

/**
 * What a proposal depends on.
 *
 * @param category        code, null when it could not be told
 * @param region          code, null when it could not be told
 * @param accuses         a complaint or a report: a department named in the text may be the one accused
 * @param complainedAbout who is complained about, by code or name, as the firm said
 * @param words           title and text
 */
public record Matter(String category, String region, boolean accuses, List<String> complainedAbout, String words) {}
