package org.zhitongche.stats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** Pages of what is behind a number, for programs: {@code figure-cases/1} and {@code pushed-firms/1}. Times of day are China's. */
public final class CasesDocument {

    private CasesDocument() {}

    /** @param key of the group */
    public static ObjectNode cases(Question question, String key, Behind behind, Spread spread, List<Case> cases, String next) {
        ObjectNode document = head("figure-cases/1", question).put("by", question.by().key()).put("key", key).put("of", behind.key()).put("holder", behind.holder());
        if (behind instanceof Behind.Side side) {
            document.put("measure", side.measure().key()).put("part", side.part().name().toLowerCase(java.util.Locale.ROOT));
        } else {
            document.set("spread", spread(spread));
        }
        ArrayNode list = document.putArray("cases");
        cases.forEach(each -> aCase(list.addObject(), each));
        return document.put("next", next);
    }

    public static ObjectNode pushed(Question question, Pushed.Step step, List<PushedFirm> firms, String next) {
        ObjectNode document = head("pushed-firms/1", question).put("step", step.key());
        ArrayNode list = document.putArray("firms");
        firms.forEach(each -> {
            ObjectNode firm = list.addObject().put("push", each.push().toString()).put("policy", each.policy().toString()).put("version", each.version())
                    .put("title", each.title()).put("startedAt", FiguresDocument.when(each.startedAt())).put("uscc", each.uscc()).put("firm", each.firm())
                    .put("channel", each.channel()).put("sentAt", FiguresDocument.when(each.sentAt())).put("readAt", FiguresDocument.when(each.readAt()));
            if (each.inquiry() != null) {
                firm.put("inquiry", each.inquiry().number()).put("inquiryReceivedAt", FiguresDocument.when(each.inquiry().receivedAt()));
            }
        });
        return document.put("next", next);
    }

    private static ObjectNode head(String schema, Question question) {
        ObjectNode document = JsonNodeFactory.instance.objectNode().put("schema", schema);
        document.set("period", FiguresDocument.period(question.period()));
        return document.put("cutOff", FiguresDocument.when(question.cutOff()));
    }

    private static ObjectNode spread(Spread spread) {
        return JsonNodeFactory.instance.objectNode().put("appeals", spread.count()).put("totalSeconds", spread.total().toSeconds())
                .put("medianSeconds", FiguresDocument.seconds(spread.median().length())).put("p90Seconds", FiguresDocument.seconds(spread.p90().length()));
    }

    private static void aCase(ObjectNode node, Case each) {
        node.put("number", each.number()).put("state", each.state().name()).put("assignment", each.assignment() == null ? null : each.assignment().toString())
                .put("region", each.region()).put("category", each.category()).put("department", each.department())
                .put("firstReceived", FiguresDocument.when(each.firstReceived())).put("acceptedAt", FiguresDocument.when(each.acceptedAt()))
                .put("due", FiguresDocument.when(each.due())).put("completedAt", FiguresDocument.when(each.completedAt())).put("onTime", each.onTime())
                .put("ending", each.ending() == null ? null : each.ending().name()).put("reopened", each.reopened()).put("passedOn", each.passedOn());
        if (each.time() != null) {
            time(node, each.time());
        }
    }

    private static void time(ObjectNode node, Case.Time time) {
        node.put("place", time.place());
        if (time.waited() != null) {
            node.put("waitedSeconds", time.waited().elapsed().toSeconds()).put("waitedOfficeMinutes", time.waited().office().toMinutes());
        }
        if (time.had() != null) {
            node.put("heldSeconds", time.had().elapsed().toSeconds()).put("heldOfficeMinutes", FiguresDocument.minutes(time.had().office()));
        }
        if (time.days() != null) {
            node.put("lateWorkingDays", time.days());
        }
    }
}
