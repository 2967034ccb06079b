package org.zhitongche.app;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import org.zhitongche.appeal.EventCodec;
import org.zhitongche.classify.model.Judged;
import org.zhitongche.classify.model.Measures;
import org.zhitongche.classify.model.Trial;

/** What a trial found, for people and for programs. */
final class TrialText {

    private TrialText() {}

    static String line(Measures found) {
        return String.format(Locale.ROOT, "%d 条　首选正确 %s　前三含正确 %s　macro-F1 %s　ECE %s　要求 %.0f%% 准确时转人工 %s（把握线 %s）", found.texts(),
                share(found.top1()), share(found.top3()), share(found.macroF1()), share(found.ece()), found.precision() * 100,
                share(found.toPeople()), share(found.line()));
    }

    static String line(Trial.Month month, double precision) {
        return month.month() + "（此前 " + month.learned() + " 条）：" + line(Measures.of(month.judged(), precision));
    }

    /** At the line that was set when the model was made: what goes to people then, and how much of the rest is right. */
    static String atLine(List<Judged> judged, double line) {
        List<Judged> decided = judged.stream().filter(each -> each.confidence() >= line).toList();
        double right = decided.stream().filter(Judged::right).count() / (double) decided.size();
        return String.format(Locale.ROOT, "按训练时定的把握线 %s：转人工 %s，其余准确 %s", share(line), share(1 - decided.size() / (double) judged.size()),
                decided.isEmpty() ? "—" : share(right));
    }

    static ObjectNode document(Measures found) {
        return EventCodec.JSON.valueToTree(found);
    }

    private static String share(double value) {
        return String.format(Locale.ROOT, "%.4f", value);
    }
}
