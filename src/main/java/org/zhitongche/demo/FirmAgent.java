package org.zhitongche.demo;

import java.util.Map;
import org.zhitongche.demo.DemoNode.Question;

/** A firm's agent, who signs in and says how it went. */
final class FirmAgent {

    private final DemoPlaces places;
    private final Stage stage;

    FirmAgent(DemoPlaces places, Stage stage) {
        this.places = places;
        this.stage = stage;
    }

    void rate(Question question, boolean content) {
        BrowserClient browser = new BrowserClient(places.web());
        browser.signIn(question.login(), DemoDirectory.PASSWORD);
        browser.submit(browser.open("/appeals/" + question.number()), "form[action$=/rate]", Map.of("rate-contacted", "yes",
                "rate-solved", content ? "yes" : "no", "rate-satisfaction", content ? "SATISFIED" : "DISSATISFIED",
                "rate-comment", content ? "问题已经解决，感谢。" : "没有说清裁量依据。"));
        stage.say("企业", question.number() + (content ? " 评价：已解决，满意" : " 评价：未解决，不满意，转入重办"));
    }
}
