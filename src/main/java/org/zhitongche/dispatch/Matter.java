package org.zhitongche.dispatch;

import java.util.List;
import org.zhitongche.appeal.Classification;
import org.zhitongche.directory.FirmFacts;

/**
 * What a proposal depends on.
 *
 * @param category        code, null when it could not be told
 * @param region          code, null when it could not be told
 * @param accuses         a complaint or a report: a department named in the text may be the one accused
 * @param complainedAbout who is complained about, by code or name, as the firm said
 * @param words           title and text
 * @param firm            what rules may ask of the firm
 * @param lead            who answers, as a model learned it; null: as the rules say
 */
public record Matter(String category, String region, boolean accuses, List<String> complainedAbout, String words, FirmFacts firm,
                     Classification.Lead lead) {

    public Matter(String category, String region, boolean accuses, List<String> complainedAbout, String words) {
        this(category, region, accuses, complainedAbout, words, FirmFacts.UNKNOWN, null);
    }

    public Matter(String category, String region, boolean accuses, List<String> complainedAbout, String words, FirmFacts firm) {
        this(category, region, accuses, complainedAbout, words, firm, null);
    }
}
