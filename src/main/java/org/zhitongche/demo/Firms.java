package org.zhitongche.demo;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhitongche.demo.DemoDirectory.Firm;

/** The firms of the demo, and the staff who write down what a firm says; each uses the door it likes. */
final class Firms {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final DemoPlaces places;
    private final Seats seats;
    private final Map<String, String> secrets;
    private final List<Firm> firms;
    private final MailClient mail;
    private final Stage stage;
    private final Map<String, Integer> used = new HashMap<>();
    private int sent;

    Firms(DemoPlaces places, Seats seats, DemoDirectory.Filled directory, MailClient mail, Stage stage) {
        this.places = places;
        this.seats = seats;
        this.secrets = directory.secrets();
        this.firms = directory.firms();
        this.mail = mail;
        this.stage = stage;
    }

    void ask(Wish wish) {
        Firm firm = wish.firm() == null ? next(wish.region()) : named(wish.firm());
        String region = wish.region() == null ? firm.enterprise().region() : wish.region();
        switch (wish.door()) {
            case "mail" -> byMail(firm, wish);
            case "queue" -> byQueue(firm, wish, region);
            case "api" -> byApi(firm, wish, region);
            case "web" -> byWeb(firm, wish, region);
            default -> byStaff(firm, wish, region);
        }
        sent++;
    }

    /** By its credit code; what is no firm of the demo's stands for always the same one. */
    private Firm named(String name) {
        return firms.stream().filter(f -> f.enterprise().uscc().equals(name)).findFirst()
                .orElseGet(() -> firms.get(Math.floorMod(name.hashCode(), firms.size())));
    }

    /** Firms of the region in turn; where there is none, of its city. */
    private Firm next(String region) {
        if (region == null) {
            return firms.get(sent * 7 % firms.size());
        }
        List<Firm> near = firms.stream().filter(f -> f.enterprise().region().equals(region)).toList();
        if (near.isEmpty()) {
            near = firms.stream().filter(f -> f.enterprise().region().startsWith(region.substring(0, 4))).toList();
        }
        List<Firm> some = near.isEmpty() ? firms : near;
        return some.get(used.merge(region, 1, Integer::sum) % some.size());
    }

    private void byMail(Firm firm, Wish wish) {
        mail.send(firm.address(), places.box(), wish.title(), wish.text());
        stage.say("邮件", firm.enterprise().name() + "：" + wish.title());
    }

    private void byQueue(Firm firm, Wish wish, String region) {
        try (QueueClient queue = new QueueClient(places.broker(), DemoDirectory.SUBMITTER, secrets.get(DemoDirectory.SUBMITTER))) {
            String receipt = queue.ask("appeals.submit", document(firm, wish, region)).orElse("（未收到回执）");
            stage.say("队列", firm.enterprise().name() + "：" + wish.title() + " → " + number(receipt));
        }
    }

    private void byApi(Firm firm, Wish wish, String region) {
        String receipt = new ApiClient(places.web(), DemoDirectory.SUBMITTER + "." + secrets.get(DemoDirectory.SUBMITTER))
                .post("/api/v1/appeals", document(firm, wish, region), "demo-" + sent);
        stage.say("接口", firm.enterprise().name() + "：" + wish.title() + " → " + number(receipt));
    }

    private void byWeb(Firm firm, Wish wish, String region) {
        BrowserClient browser = seats.of(firm.login());
        browser.submit(browser.open("/appeals/new"), "form[action=/appeals/new]", Map.of("type", wish.type(), "title", wish.title(),
                "text", wish.text(), "region", region, "email", firm.address(), "mayName", "handler"));
        stage.say("网页", firm.enterprise().name() + "：" + wish.title());
    }

    private void byStaff(Firm firm, Wish wish, String region) {
        BrowserClient browser = seats.of("centre");
        browser.submit(browser.open("/admin/entry"), "form[action=/admin/entry]", Map.of("uscc", firm.enterprise().uscc(),
                "firm", firm.enterprise().name(), "source", wish.source(), "type", wish.type(), "title", wish.title(), "text", wish.text(),
                "region", region, "email", firm.address(), "may-name", "handler"));
        stage.say("代录", firm.enterprise().name() + "：" + wish.title());
    }

    private static String number(String receipt) {
        try {
            return JSON.readTree(receipt).path("number").asText(receipt);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            return receipt;
        }
    }

    private String document(Firm firm, Wish wish, String region) {
        ObjectNode document = JSON.createObjectNode();
        document.put("schema", "appeal-submission/1").put("messageId", "demo-" + sent).put("type", wish.type())
                .put("title", wish.title()).put("text", wish.text()).put("region", region);
        document.putObject("enterprise").put("uscc", firm.enterprise().uscc()).put("name", firm.enterprise().name());
        document.putObject("contact").put("name", "经办人").put("email", firm.address());
        document.putObject("mayName").put("handler", true).put("otherParty", false);
        if (wish.category() != null) {
            document.put("category", wish.category());
        }
        if (wish.complainedAbout() != null) {
            document.putArray("complainedAbout").add(wish.complainedAbout());
        }
        return document.toString();
    }
}
