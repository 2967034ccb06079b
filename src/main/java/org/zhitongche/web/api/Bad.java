package org.zhitongche.web.api;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.documents.Fault;
import org.zhitongche.intake.Outcome;
import org.zhitongche.web.Problem;

/** Makes a problem document of what is wrong with a document: the first rule, and each fault by field. */
final class Bad {

    private Bad() {
    }

    static Problem problem(BadDocument bad) {
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("rule", bad.rule());
        if (bad.faults().get(0).field() != null) {
            more.put("field", bad.faults().get(0).field());
        }
        more.put("problems", bad.faults().stream().map(Bad::fault).toList());
        return new Problem(status(bad), more, "api.bad", bad.getMessage());
    }

    private static int status(BadDocument bad) {
        if (bad.rule().endsWith(".too-large")) {
            return 413;
        }
        return bad.outcome() == Outcome.REFUSED ? 403 : 400;
    }

    private static Map<String, Object> fault(Fault fault) {
        Map<String, Object> told = new LinkedHashMap<>();
        if (fault.field() != null) {
            told.put("field", fault.field());
        }
        told.put("rule", fault.rule());
        told.put("message", fault.message());
        return told;
    }
}
