package org.zhitongche.demo.year;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.TakeIn;
import org.zhitongche.appeal.Type;
import org.zhitongche.demo.DemoDirectory.Firm;
import org.zhitongche.demo.Wish;
import org.zhitongche.handling.Remind;
import org.zhitongche.handling.Supplement;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.survey.Rate;

/**
 * The firms of the year. They come by page, by API and through staff: mailboxes and queues are counted outside of the
 * database as well, so what never stood in them may not say that it did.
 */
final class YearFirms {

    private static final List<Satisfaction> CONTENT = List.of(Satisfaction.VERY_SATISFIED, Satisfaction.SATISFIED, Satisfaction.SATISFIED,
            Satisfaction.BASICALLY);

    private final TakeIn takeIn;
    private final Hands hands;
    private final InstantSource clock;
    private final long seed;

    YearFirms(TakeIn takeIn, Hands hands, InstantSource clock, long seed) {
        this.takeIn = takeIn;
        this.hands = hands;
        this.clock = clock;
        this.seed = seed;
    }

    /** @return the appeal that was made of it */
    UUID ask(Course course) {
        Firm firm = course.firm();
        Wish wish = course.wish();
        Door door = door(wish);
        // Who complains about a unit means the one of that place; all others ask about their own.
        String region = wish.complainedAbout() == null ? firm.enterprise().region() : wish.region();
        Receipt receipt = takeIn.takeIn(new Submission(UUID.randomUUID(), door, null, door == Door.STAFF ? Hands.CENTRE.id() : firm.login(), true,
                "year-" + seed + "-" + course.number(), source(door, wish), Type.valueOf(wish.type()), wish.title(), wish.text(),
                firm.enterprise().uscc(), firm.enterprise().name(), new Contact("经办人", null, firm.address()), region, wish.category(),
                wish.complainedAbout() == null ? List.of() : List.of(wish.complainedAbout()), MayName.HANDLER_ONLY, List.of(),
                door == Door.STAFF ? Hands.CENTRE : null, null, List.of(), clock.instant(), null));
        if (receipt.status() != Receipt.Status.CREATED) {
            throw new IllegalStateException(wish.title() + " became " + receipt.status());
        }
        return receipt.appeal();
    }

    private static Door door(Wish wish) {
        return switch (wish.door()) {
            case "staff" -> Door.STAFF;
            case "mail", "web" -> Door.WEB;
            default -> Door.API;
        };
    }

    private static Source source(Door door, Wish wish) {
        return door == Door.STAFF ? Source.valueOf(wish.source()) : Source.valueOf(door.name());
    }

    Appeal supply(Course course, UUID appeal) {
        return hands.act(agent(course), appeal, new Supplement("现补充所需材料，请继续办理。", List.of()));
    }

    Appeal remind(Course course, UUID appeal) {
        return hands.act(agent(course), appeal, new Remind("请尽快办理。"));
    }

    Appeal withdraw(Course course, UUID appeal) {
        return hands.act(agent(course), appeal, new Withdraw("已自行解决，不再需要办理。"));
    }

    /** Most are content; who was asked twice nearly always is. */
    Appeal rate(Course course, Appeal appeal) {
        RandomGenerator die = course.die();
        boolean content = course.happens(appeal.reopened() == 0 ? 94 : 88);
        Boolean contacted = course.happens(4) ? null : Boolean.valueOf(course.happens(95));
        // Until a promised day is over nobody is asked whether it is solved.
        Boolean solved = appeal.promiseDue() == null ? Boolean.valueOf(content || die.nextBoolean()) : null;
        Satisfaction satisfaction = content ? CONTENT.get(die.nextInt(CONTENT.size()))
                : course.happens(20) ? Satisfaction.VERY_DISSATISFIED : Satisfaction.DISSATISFIED;
        return hands.act(agent(course), appeal.id(), new Rate(contacted, solved, satisfaction, content ? null : "没有说清办理依据。"));
    }

    private static Actor agent(Course course) {
        return new Actor(Actor.Kind.FIRM, course.firm().login(), "企业经办人", course.firm().enterprise().uscc());
    }
}
