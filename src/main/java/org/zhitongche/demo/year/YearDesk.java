package org.zhitongche.demo.year;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.demo.Replies;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.RecordArrears;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.StageReply;
import org.zhitongche.handling.WayForward;

/** What a department's officer does with its part, whoever it is. */
final class YearDesk {

    private static final WayForward WAY = new WayForward("政务服务大厅综合窗口", "企业服务专窗", "示例电话 0000-0000000", "工作日 9:00–12:00、14:30–17:30");

    private final Hands hands;
    private final Replies replies;

    YearDesk(Hands hands, Replies replies) {
        this.hands = hands;
        this.replies = replies;
    }

    /** @param contacts and talks to the firm at once */
    Appeal acknowledge(UUID appeal, Assignment part, boolean contacts) {
        List<Action> actions = new ArrayList<>(List.of(new Acknowledge(part.id())));
        if (contacts) {
            actions.add(new MakeContact(part.id(), "已电话联系企业，了解具体情况。"));
        }
        return hands.act(Hands.officer(part.department()), appeal, actions);
    }

    Appeal sendBack(UUID appeal, Assignment part) {
        return does(appeal, part, new SendBack(part.id(), "该事项不属于我单位职责范围。", null));
    }

    Appeal giveOpinion(UUID appeal, Assignment part) {
        return does(appeal, part, new GiveOpinion(part.id(), "我单位对该事项无不同意见，将配合主办单位办理。", List.of()));
    }

    Appeal askFirm(UUID appeal, Assignment part) {
        return does(appeal, part, new RequestInformation(part.id(), "请补充项目批复文件和情况说明。"));
    }

    Appeal askForTime(UUID appeal, Assignment part, LocalDate newDate) {
        return does(appeal, part, new RequestExtension(part.id(), newDate, "须会同多个单位现场核查。"));
    }

    Appeal replyByStage(UUID appeal, Assignment part) {
        return does(appeal, part, new StageReply(part.id(), "已受理并组织会商，正按法定程序办理，下一步进展将另行告知。", List.of()));
    }

    /** Most things are solved; some are promised, for the day given, some cannot be done. */
    Appeal reply(Course course, Appeal appeal, Assignment part, LocalDate promise) {
        int falls = course.die().nextInt(100);
        Conclusion conclusion = falls < 74 ? Conclusion.A : falls < 85 ? Conclusion.B : falls < 93 ? Conclusion.C : Conclusion.D;
        LocalDate promised = conclusion == Conclusion.B ? promise : null;
        String text = replies.write(course.number(), part.department(), appeal.category(), conclusion, part.rework());
        return does(appeal.id(), part, new Reply(part.id(), conclusion, text, promised, conclusion.needsWayForward() ? WAY : null, List.of(), "分管负责人"));
    }

    /** 清欠: what is owed without dispute, as the accounts show it. */
    Appeal recordArrears(UUID appeal, Assignment part, RandomGenerator die) {
        BigDecimal owed = BigDecimal.valueOf(10_000L * (5 + die.nextInt(300)));
        return does(appeal, part, new RecordArrears(part.id(), owed, BigDecimal.ZERO, false, "已与欠款单位核对账目。"));
    }

    /** What is paid when the answer is given: mostly all of it; some of what is left stands under a plan. */
    Appeal recordPaid(Appeal appeal, Assignment part, RandomGenerator die) {
        BigDecimal owed = appeal.arrears().undisputed();
        int percent = die.nextInt(3) > 0 ? 100 : 10 * (1 + die.nextInt(9));
        BigDecimal paid = owed.multiply(BigDecimal.valueOf(percent)).movePointLeft(2);
        return does(appeal.id(), part, new RecordArrears(part.id(), owed, paid, die.nextBoolean(), "按付款凭证登记。"));
    }

    private Appeal does(UUID appeal, Assignment part, Action action) {
        return hands.act(Hands.officer(part.department()), appeal, action);
    }
}
