package org.zhitongche.demo;

import java.util.HashMap;
import java.util.Map;
import org.zhitongche.demo.DemoNode.Question;

/** The firms' agents, who sign in and say how it went. */
final class FirmAgent {

    private final Seats seats;
    private final Stage stage;

    FirmAgent(Seats seats, Stage stage) {
        this.seats = seats;
        this.stage = stage;
    }

    void rate(Question question, boolean content) {
        BrowserClient browser = seats.of(question.login());
        Map<String, String> typed = new HashMap<>(Map.of("rate-contacted", "yes", "rate-satisfaction", content ? "SATISFIED" : "DISSATISFIED",
                "rate-comment", content ? "问题已经解决，感谢。" : "没有说清裁量依据。"));
        if (!question.promised()) {
            typed.put("rate-solved", content ? "yes" : "no");
        }
        browser.submit(browser.open("/appeals/" + question.number()), "form[action$=/rate]", typed);
        stage.say("企业", question.number() + (question.promised() ? " 评价答复，承诺到期再评价是否解决" : content ? " 评价：已解决，满意" : " 评价：未解决，不满意，转入重办"));
    }
}
