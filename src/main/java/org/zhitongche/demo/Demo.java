package org.zhitongche.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import org.zhitongche.demo.DemoNode.Decision;
import org.zhitongche.demo.DemoNode.Part;
import org.zhitongche.demo.DemoNode.Question;

/**
 * Twelve working days of a made-up province, through the real doors: firms ask, departments answer, the centre decides,
 * firms rate. Some is left open and one overdue, so that there is something to see.
 */
public final class Demo {

    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");
    private static final int LAST_DAY = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final String FORGOTTEN = "工业用地容积率调整如何申请";
    private static final String SENT_BACK = "生产旺季普工招不到人";

    private final DemoNode node;
    private final DemoClock clock;
    private final List<LocalDate> days;
    private final Stage stage;
    private final Firms firms;
    private final Desks desks;
    private final Centre centre;
    private final DemoPlaces places;
    private final Map<String, Wish> wishes = new HashMap<>();
    private final Set<String> queueUnits = new TreeSet<>();

    /** @param days thirteen working days, the last one today */
    public Demo(DemoNode node, DemoPlaces places, DemoDirectory.Filled directory, DemoClock clock, List<LocalDate> days, Stage stage) {
        this.node = node;
        this.clock = clock;
        this.days = days;
        this.stage = stage;
        this.places = places;
        MailClient mail = new MailClient(places.smtpPort(), places.imapPort(), DemoDirectory.PASSWORD);
        firms = new Firms(places, directory, mail, stage);
        desks = new Desks(places, directory, mail, stage);
        centre = new Centre(places, stage);
    }

    public void run(List<Wish> story) {
        story.forEach(wish -> wishes.put(wish.title(), wish));
        for (int day = 0; day <= LAST_DAY; day++) {
            stage.bar("第 " + (day + 1) + " 个工作日 " + days.get(day));
            at(day, 9, 10);
            ask(wishesOf(story, day));
            at(day, 10, 30);
            decide();
            work(day);
            rate(day);
            at(day, 17, 45);
            node.rounds();
        }
        clock.catchUp();
        node.rounds();
        queueUnits.forEach(unit -> stage.say(unit, "从自己的队列取走 " + desks.takeAssignments(unit) + " 条消息"));
    }

    /** Six or so a day at first, three towards the end. */
    private static List<Wish> wishesOf(List<Wish> story, int day) {
        List<Wish> today = new ArrayList<>();
        for (int n = 0; n < story.size(); n++) {
            if (n * 11 / story.size() == day) {
                today.add(story.get((n * 29) % story.size()));
            }
        }
        return today;
    }

    private void ask(List<Wish> today) {
        long expected = node.arrivals() + today.size();
        today.forEach(firms::ask);
        until("every arrival is taken in", () -> node.arrivals() >= expected);
        until("the outbox is empty", node::quiet);
    }

    private void decide() {
        for (Decision decision : node.decisions()) {
            centre.decide(decision);
        }
        until("the outbox is empty", node::quiet);
    }

    private void work(int day) {
        for (Part part : node.openParts()) {
            if (part.channel().equals("QUEUE")) {
                queueUnits.add(part.department());
            }
            if (!part.acknowledged() && !sendsBack(part, day)) {
                desks.acknowledge(part);
            }
            act(part, day);
        }
        until("the outbox is empty", node::quiet);
    }

    private void act(Part part, int day) {
        Wish wish = wishes.get(part.title());
        int age = day - part.day();
        if (sendsBack(part, day)) {
            desks.sendBack(part, part.department().replaceAll("-.*", "-industry"));
        } else if (part.role().equals("CO_HANDLING")) {
            if (age >= 1) {
                desks.giveOpinion(part);
            }
        } else if (age >= 2 + Math.floorMod(part.title().hashCode(), 4) && !part.title().equals(FORGOTTEN)) {
            desks.reply(part, wish == null ? "A" : wish.conclusion(), days.get(day));
        }
    }

    private static boolean sendsBack(Part part, int day) {
        return part.title().equals(SENT_BACK) && part.day() == day && part.channel().equals("QUEUE") && !part.ruled();
    }

    /** Most firms answer on the day after; some never do. */
    private void rate(int day) {
        for (Question question : node.questions()) {
            Wish wish = wishes.get(question.title());
            boolean silent = Math.floorMod(question.title().hashCode(), 7) == 0;
            if (!silent) {
                boolean content = wish == null || wish.content() || question.reopened();
                new FirmAgent(places, stage).rate(question, content);
            }
        }
    }

    private void at(int day, int hour, int minute) {
        Instant moment = days.get(day).atTime(hour, minute).atZone(CHINA).toInstant();
        if (moment.isAfter(clock.instant())) {
            clock.moveTo(moment);
        }
    }

    /** The doors work on their own; what takes longer than people would wait is told. */
    private static void until(String what, java.util.function.BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("after " + PATIENCE.toMinutes() + " minutes still not: " + what);
            }
            try {
                TimeUnit.MILLISECONDS.sleep(50);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }
    }
}
