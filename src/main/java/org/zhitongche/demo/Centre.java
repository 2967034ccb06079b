package org.zhitongche.demo;

import java.util.HashMap;
import java.util.Map;
import org.jsoup.nodes.Document;
import org.zhitongche.demo.DemoNode.Decision;
import org.zhitongche.demo.DemoNode.Review;

/** The centre's seat of the demo: reads what is in doubt, rules on what was sent back, on its pages. */
final class Centre {

    private final Seats seats;
    private final Stage stage;

    Centre(Seats seats, Stage stage) {
        this.seats = seats;
        this.stage = stage;
    }

    void decide(Decision decision) {
        BrowserClient browser = seats.of("centre");
        Document page = browser.open("/admin/appeals/" + decision.appeal());
        if (decision.sentBack() != null) {
            rule(browser, page, decision);
        } else if (decision.title().contains("起诉")) {
            refuse(browser, page, decision);
        } else if (decision.title().contains("帮忙看看") || decision.title().contains("想法")) {
            answer(browser, page, decision);
        } else {
            dispatch(browser, page, decision);
        }
    }

    void review(Review review) {
        BrowserClient browser = seats.of("centre");
        browser.submit(browser.open("/admin/appeals/" + review.appeal()), "form[action$=/review]", Map.of("passed", "yes"));
        stage.say("中心", review.number() + " 审核通过 " + review.departmentName() + " 的答复");
    }

    private void rule(BrowserClient browser, Document page, Decision decision) {
        browser.submit(page, "form[action$=/rule]", Map.of("upheld", "yes", "rule-reason", "理由成立，改派",
                "unit-1", decision.suggested(), "unit-role-1", "LEAD"));
        stage.say("中心", decision.number() + " 裁定退回成立，改派" + decision.suggestedName());
    }

    private void refuse(BrowserClient browser, Document page, Decision decision) {
        browser.submit(page, "form[action$=/refuse]", Map.of("ground", "UNDER_LITIGATION", "refuse-reason", "该事项法院已立案，正在诉讼中。",
                "right-way", "请向受理法院反映，或在判决生效后申请执行。"));
        stage.say("中心", decision.number() + " 不予受理：正在诉讼，告知正确途径");
    }

    private void answer(BrowserClient browser, Document page, Decision decision) {
        browser.submit(page, "form[action$=/answer]", Map.of("answer-category", "other",
                "answer-text", "来信收悉。请通过企业服务专线预约面谈，或补充具体事项后重新提交，我们将及时转办。"));
        stage.say("中心", decision.number() + " 直接答复");
    }

    private void dispatch(BrowserClient browser, Document page, Decision decision) {
        Map<String, String> typed = new HashMap<>(Map.of("category", chosen(page)));
        if (!decision.proposed()) {
            typed.put("unit-1", decision.suggested());
            typed.put("unit-role-1", "LEAD");
        }
        browser.submit(page, "form[action$=/dispatch]", typed);
        stage.say("中心", decision.number() + " 人工分拣后派单");
    }

    private static String chosen(Document page) {
        var option = page.selectFirst("form[action$=/dispatch] select[name=category] option[selected]");
        return option == null || option.attr("value").isEmpty() ? "other" : option.attr("value");
    }
}
