package org.zhitongche.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jsoup.nodes.Document;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.demo.DemoNode.Part;

/** The departments of the demo; each answers by the way its unit works: queue, pull feed, mail or desk. */
final class Desks {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String TALK = "已电话联系经办人，核对了所反映的情况，约定由我单位跟进并告知进展。";

    private final DemoPlaces places;
    private final Seats seats;
    private final Map<String, String> secrets;
    private final MailClient mail;
    private final Stage stage;
    private final Replies replies = new Replies(1);
    private final Map<String, List<MailClient.Received>> read = new HashMap<>();
    private int mailed;
    private int replied;

    Desks(DemoPlaces places, Seats seats, DemoDirectory.Filled directory, MailClient mail, Stage stage) {
        this.places = places;
        this.seats = seats;
        this.secrets = directory.secrets();
        this.mail = mail;
        this.stage = stage;
    }

    void acknowledge(Part part) {
        say(part, "签收");
        switch (part.channel()) {
            case "QUEUE", "PULL" -> document(part, action("ACKNOWLEDGE"));
            case "MAIL" -> answerMail(part, "签收");
            default -> form(part, "acknowledge", Map.of());
        }
    }

    void contact(Part part) {
        say(part, "联系企业");
        switch (part.channel()) {
            case "QUEUE", "PULL" -> document(part, action("CONTACT").put("text", TALK));
            case "MAIL" -> answerMail(part, "联系：" + TALK);
            default -> form(part, "contact", Map.of("contact-note", TALK));
        }
    }

    void giveOpinion(Part part) {
        say(part, "协办意见");
        String text = "我单位对该事项无不同意见，将配合主办单位办理。";
        switch (part.channel()) {
            case "QUEUE", "PULL" -> document(part, action("GIVE_OPINION").put("text", text));
            case "MAIL" -> answerMail(part, "意见：" + text);
            default -> form(part, "opinion", Map.of("opinion-text", text));
        }
    }

    void sendBack(Part part) {
        say(part, "退回，建议由" + part.elsewhereName() + "承办");
        ObjectNode action = action("SEND_BACK").put("reason", "该事项不属于我单位职责范围").put("suggestedDepartment", part.elsewhere());
        document(part, action);
    }

    void reply(Part part, String conclusion, LocalDate today) {
        say(part, "答复（" + conclusion + "）");
        String promised = today.plusDays(20).toString();
        String text = replies.write(replied++, part.department(), part.category(), Conclusion.valueOf(conclusion), false);
        boolean online = part.channel().equals("DESK") || part.channel().equals("MAIL") && "CD".contains(conclusion);
        if (online) {
            form(part, "reply", replyForm(conclusion, text, promised));
        } else if (part.channel().equals("MAIL")) {
            answerMail(part, "答复" + conclusion + (conclusion.equals("B") ? " " + promised : "") + "：" + text);
        } else {
            document(part, replyDocument(conclusion, text, promised));
        }
    }

    private static Map<String, String> replyForm(String conclusion, String text, String promised) {
        Map<String, String> form = new HashMap<>(Map.of("reply-conclusion", conclusion, "reply-text", text, "reply-signatory", "分管负责人"));
        if (conclusion.equals("B")) {
            form.put("reply-promised", promised);
        }
        if ("CD".contains(conclusion)) {
            form.putAll(Map.of("way-channel", "政务服务大厅综合窗口", "way-office", "企业服务专窗", "way-phone", "示例电话 0000-0000000",
                    "way-time", "工作日 9:00–12:00、14:30–17:30"));
        }
        return form;
    }

    private static ObjectNode replyDocument(String conclusion, String text, String promised) {
        ObjectNode action = action("REPLY").put("conclusion", conclusion).put("text", text).put("signatory", "分管负责人");
        if (conclusion.equals("B")) {
            action.put("promisedDate", promised);
        }
        if ("CD".contains(conclusion)) {
            action.putObject("wayForward").put("channel", "政务服务大厅综合窗口").put("office", "企业服务专窗")
                    .put("phone", "示例电话 0000-0000000").put("time", "工作日 9:00–12:00、14:30–17:30");
        }
        return action;
    }

    private static ObjectNode action(String name) {
        return JSON.createObjectNode().put("schema", "assignment-action/1").put("actionId", UUID.randomUUID().toString()).put("action", name);
    }

    private void document(Part part, ObjectNode action) {
        String unit = part.department();
        String json = action.put("assignmentId", part.id().toString()).toString();
        if (part.channel().equals("PULL")) {
            new ApiClient(places.web(), unit + "." + secrets.get(unit)).post("/api/v1/departments/" + unit + "/actions", json, "unused");
            return;
        }
        try (QueueClient queue = new QueueClient(places.broker(), unit, secrets.get(unit))) {
            String answer = queue.ask("departments.actions", json).orElseThrow(() -> new IllegalStateException("no answer to " + json));
            if (answer.contains("\"rule\"")) {
                throw new IllegalStateException(answer);
            }
        }
    }

    /** The unit's mail about this part is the one with its number; the answer quotes it, token and all. */
    private void answerMail(Part part, String text) {
        String address = part.department() + "@zhitongche.local";
        List<MailClient.Received> box = read.computeIfAbsent(address, unit -> new ArrayList<>());
        box.addAll(mail.readNew(address));
        MailClient.Received about = box.stream().filter(m -> m.text().contains(part.number()) && m.text().contains("办件凭证"))
                .reduce((first, later) -> later)
                .orElseThrow(() -> new IllegalStateException("no mail about " + part.number() + " in the box of " + address));
        String quoted = about.text().lines().map(line -> "> " + line).reduce("", (all, line) -> all + "\n" + line);
        mail.send(address, places.box(), "Re: " + about.subject(), text + "\n" + quoted, about.messageId());
        mailed++;
    }

    /** How many mails they answered; each will be an arrival. */
    int mailed() {
        return mailed;
    }

    private void form(Part part, String action, Map<String, String> typed) {
        try {
            submit(part, action, typed);
        } catch (IllegalStateException e) {
            if (!e.getMessage().contains("answered 409")) {
                throw e;
            }
            submit(part, action, typed); // a light turned while the officer wrote: he opens the page again
        }
    }

    private void submit(Part part, String action, Map<String, String> typed) {
        BrowserClient browser = seats.of(part.department());
        Document page = browser.open("/desk/appeals/" + part.appeal());
        browser.submit(page, "form[action$=/" + action + "]", typed);
    }

    /** What waits for a unit that works by queue; taken as its own system would. */
    int takeAssignments(String unit) {
        try (QueueClient queue = new QueueClient(places.broker(), unit, secrets.get(unit))) {
            return queue.takeAll("department." + unit).size();
        }
    }

    private void say(Part part, String what) {
        stage.say(part.departmentName(), part.number() + " " + what);
    }
}
