package org.zhitongche.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.zhitongche.appeal.Acts;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.words.Words;

/** Writes {@code receipt/1} and {@code action-result/1}. */
public final class Answers {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Words words;
    private final UnaryOperator<String> trackingUrl;

    /** @param trackingUrl makes the address of a tracking page of its token */
    public Answers(Words words, UnaryOperator<String> trackingUrl) {
        this.words = words;
        this.trackingUrl = trackingUrl;
    }

    /** @param messageId the sender's own, null for none */
    public ObjectNode receipt(String messageId, Receipt receipt) {
        ObjectNode answer = answer("receipt/1", "messageId", messageId).put("status", receipt.status().name());
        if (receipt.number() == null) {
            faults(answer, List.of(new Fault("messageId", "submission.same-key", words.get("fault.submission.same-key"))));
            return answer;
        }
        return answer.put("number", receipt.number()).put("trackingUrl", trackingUrl.apply(receipt.token()));
    }

    public ObjectNode badSubmission(String messageId, BadDocument bad) {
        ObjectNode answer = answer("receipt/1", "messageId", messageId).put("status", bad.outcome().name());
        faults(answer, bad.faults());
        return answer;
    }

    public ObjectNode done(String actionId, Acts.Done done) {
        return answer("action-result/1", "actionId", actionId).put("status", done.again() ? "AGAIN" : "DONE")
                .put("number", done.number()).put("version", done.version());
    }

    public ObjectNode refused(String actionId, Refusal refusal) {
        return answer("action-result/1", "actionId", actionId).put("status", "REFUSED").put("rule", refusal.rule())
                .put("message", words.get("refusal." + refusal.rule(), refusal.args().stream()
                        .map(arg -> words.find("field." + arg).map(Object.class::cast).orElse(arg)).toArray()));
    }

    /** The same for an assignment that is another's and for one that there is not. */
    public ObjectNode unknown(String actionId) {
        return answer("action-result/1", "actionId", actionId).put("status", "UNKNOWN")
                .put("message", words.get("fault.assignment.unknown"));
    }

    public ObjectNode badAction(String actionId, BadDocument bad) {
        ObjectNode answer = answer("action-result/1", "actionId", actionId).put("status", bad.outcome().name());
        faults(answer, bad.faults());
        return answer;
    }

    private static ObjectNode answer(String schema, String idName, String id) {
        ObjectNode answer = JSON.createObjectNode().put("schema", schema);
        return id == null ? answer : answer.put(idName, id);
    }

    private static void faults(ObjectNode answer, List<Fault> faults) {
        ArrayNode problems = answer.putArray("problems");
        for (Fault fault : faults) {
            ObjectNode problem = problems.addObject();
            if (fault.field() != null) {
                problem.put("field", fault.field());
            }
            problem.put("rule", fault.rule()).put("message", fault.message());
        }
    }
}
