package org.zhitongche.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
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

    private final DemoNode node;
    private final DemoClock clock;
    private final List<LocalDate> days;
    private final Stage stage;
    private final Firms firms;
    private final Desks desks;
    private final Centre centre;
    private final FirmAgent agents;
    private final Map<String, Wish> wishes = new HashMap<>();
    /** By code, with their names. */
    private final Map<String, String> queueUnits = new TreeMap<>();
    private final List<String> refused = new ArrayList<>();

    /** @param days thirteen working days, the last one today */
    public Demo(DemoNode node, DemoPlaces places, DemoDirectory.Filled directory, DemoClock clock, List<LocalDate> days, Stage stage) {
        this.node = node;
        this.clock = clock;
        this.days = days;
        this.stage = stage;
        MailClient mail = new MailClient(places.smtpPort(), places.imapPort(), DemoDirectory.PASSWORD);
        Seats seats = new Seats(places.web(), clock);
        agents = new FirmAgent(seats, stage);
        firms = new Firms(places, seats, directory, mail, stage);
        desks = new Desks(places, seats, directory, mail, stage);
        centre = new Centre(seats, stage);
    }

    /** @param story what is asked, in this order; @return what no door took, with the reason */
    public List<String> run(List<Wish> story) {
        story.forEach(wish -> wishes.put(wish.title(), wish));
        for (int day = 0; day <= LAST_DAY; day++) {
            stage.bar("第 " + (day + 1) + " 个工作日 " + days.get(day));
            at(day, 9, 10);
            ask(wishesOf(story, day));
            at(day, 10, 30);
            decide();
            work(day);
            review();
            rate();
            at(day, 17, 45);
            node.rounds();
        }
        clock.catchUp();
        node.rounds();
        queueUnits.forEach((unit, name) -> stage.say(name, "从自己的队列取走 " + desks.takeAssignments(unit) + " 条消息"));
        return refused;
    }

    /** Six or so a day at first, three towards the end; on the last one what is left to who looks on. */
    private static List<Wish> wishesOf(List<Wish> story, int day) {
        Map<Boolean, List<Wish>> left = story.stream().collect(Collectors.partitioningBy(Wish::left));
        List<Wish> told = left.get(false);
        return day == LAST_DAY ? left.get(true)
                : IntStream.range(0, told.size()).filter(n -> n * 11 / told.size() == day).mapToObj(told::get).toList();
    }

    private void ask(List<Wish> today) {
        long before = node.arrivals();
        long expected = before + today.stream().filter(this::isTaken).count();
        until("every arrival is taken in", () -> node.arrivals() >= expected);
        until("the outbox is empty", node::quiet);
    }

    /** A door that refuses says why; the others go on. */
    private boolean isTaken(Wish wish) {
        try {
            firms.ask(wish);
            return true;
        } catch (IllegalStateException e) {
            refused.add(wish.title() + "：" + e.getMessage());
            stage.say("没有收下", wish.title() + "：" + e.getMessage());
            return false;
        }
    }

    private void decide() {
        node.decisions().stream().filter(each -> !wishOf(each.title()).left()).forEach(centre::decide);
        until("the outbox is empty", node::quiet);
    }

    private void review() {
        node.reviews().forEach(centre::review);
        until("the outbox is empty", node::quiet);
    }

    /** Opinions first: a lead waits for those it is owed. */
    private void work(int day) {
        work(day, part -> part.role().equals("CO_HANDLING"));
        work(day, part -> !part.role().equals("CO_HANDLING"));
    }

    private void work(int day, Predicate<Part> whose) {
        long before = node.arrivals() - desks.mailed();
        for (Part part : node.openParts().stream().filter(whose).toList()) {
            if (part.channel().equals("QUEUE")) {
                queueUnits.put(part.department(), part.departmentName());
            }
            if (!part.acknowledged() && !sendsBack(part, day)) {
                desks.acknowledge(part);
                if (contacts(part)) {
                    desks.contact(part);
                }
            }
            act(part, day);
        }
        until("every mail answer is read", () -> node.arrivals() >= before + desks.mailed());
        until("the outbox is empty", node::quiet);
    }

    private void act(Part part, int day) {
        Wish wish = wishOf(part.title());
        int age = day - part.day();
        if (sendsBack(part, day)) {
            desks.sendBack(part);
        } else if (part.role().equals("CO_HANDLING")) {
            if (age >= 1) {
                desks.giveOpinion(part);
            }
        } else if (age >= daysToAnswer(part, wish) && !part.opinionsMissing() && !wish.forgotten()) {
            desks.reply(part, wish.conclusion(), days.get(day));
        }
    }

    /** Inquiries are due after two days, so they are answered on the first. */
    private static int daysToAnswer(Part part, Wish wish) {
        return "INQUIRY".equals(wish.type()) ? 1 : 2 + Math.floorMod(part.title().hashCode(), 4);
    }

    /** Who answers rings up first, but for one in six. */
    private static boolean contacts(Part part) {
        return !part.role().equals("CO_HANDLING") && Math.floorMod(part.title().hashCode(), 6) != 0;
    }

    private boolean sendsBack(Part part, int day) {
        return wishOf(part.title()).sentBack() && part.day() == day && part.channel().equals("QUEUE") && part.role().equals("LEAD")
                && !part.ruled() && !part.elsewhere().equals(part.department());
    }

    private Wish wishOf(String title) {
        return wishes.getOrDefault(title, Wish.unknown(title));
    }

    /** Most firms answer on the day after; some never do, but who is dissatisfied says so. */
    private void rate() {
        for (Question question : node.questions()) {
            boolean content = wishOf(question.title()).content() || question.reopened();
            boolean silent = content && Math.floorMod(question.title().hashCode(), 7) == 0;
            if (!silent) {
                agents.rate(question, content);
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
