package org.zhitongche.handling;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.zhitongche.appeal.Above;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Appeal;
import org.zhitongche.appeal.AppealInMemory;
import org.zhitongche.appeal.Assignment;
import org.zhitongche.appeal.AssignmentState;
import org.zhitongche.appeal.Attachment;
import org.zhitongche.appeal.Classification;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Contact;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Event.PassedOn.Way;
import org.zhitongche.appeal.Event;
import org.zhitongche.appeal.FileRef;
import org.zhitongche.appeal.Ground;
import org.zhitongche.appeal.LeaderNote;
import org.zhitongche.appeal.MayName;
import org.zhitongche.appeal.Recognition;
import org.zhitongche.appeal.Refusal;
import org.zhitongche.appeal.Role;
import org.zhitongche.appeal.Routing;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.appeal.Source;
import org.zhitongche.appeal.Submission;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.Type;
import org.zhitongche.appeal.Unknown;
import org.zhitongche.db.Content;
import org.zhitongche.directory.CategoryBook;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.TakeOver;
import org.zhitongche.intake.Submitting;
import org.zhitongche.supervision.Turning;
import org.zhitongche.survey.Asking;
import org.zhitongche.survey.Rate;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.time.Zone;

/** One appeal on a way through the procedure that nobody planned: each move is a command that fits it more or less. */
public final class Walk {

    /** @param kind which command @param die for what the command says @param minutes that pass before */
    public record Move(int kind, long die, int minutes) {}

    public static final WorkCalendar CALENDAR = WorkCalendar.load(Path.of("config/calendar"));
    public static final Terms TERMS = new Terms(Desk.PROCEDURE, () -> CALENDAR,
            CategoryBook.read(Path.of("config/categories.yaml"))::statutoryLimit);
    /** From the beginning; others may have to stand aside later. */
    static final String RECUSED = "350200-ecology";
    private static final String CITY = "350200-natural-resources";
    private static final String COUNTY = "350203-natural-resources";
    private static final List<String> UNITS = List.of(CITY, COUNTY, "350200-industry", "350200-development", RECUSED);
    private static final Attachment FILE = new Attachment("批复.pdf", "application/pdf", Content.of("pdf".getBytes(StandardCharsets.UTF_8)), false);
    private static final List<String> CATEGORIES = List.of("land", "tax", "arrears");

    record Command(Actor actor, Action action) {}

    static List<BiFunction<Appeal, Random, Command>> commands(Directory directory) {
        return List.of(
            (a, die) -> centre(new AcceptAndDispatch(one(CATEGORIES, die), units(die))),
            (a, die) -> centre(new AcceptAndDispatch(one(CATEGORIES, die), units(die))),
            (a, die) -> centre(new AnswerDirectly("land", "请按公告办理。", List.of())),
            (a, die) -> centre(new DoNotAccept(one(List.of(Ground.values()), die), "已在诉讼中", "由法院裁判")),
            (a, die) -> part(a, die, p -> new Acknowledge(p.id())),
            (a, die) -> part(a, die, p -> new MakeContact(p.id(), "已电话联系")),
            (a, die) -> part(a, die, p -> new SendBack(p.id(), "非本单位职责", null)),
            (a, die) -> part(a, die, p -> new SendBack(p.id(), "非本单位职责", CITY)),
            (a, die) -> part(a, die, p -> new SendBack(p.id(), "非本单位职责", COUNTY)),
            (a, die) -> ruling(a, die),
            (a, die) -> ruling(a, die),
            (a, die) -> part(a, die, p -> new RequestInformation(p.id(), "请补充批复文件")),
            (a, die) -> firm(new Supplement("补充批复文件。", List.of(FILE))),
            (a, die) -> centre(new ReleaseFiles(a.heldFiles().stream().map(FileRef::id).toList())),
            (a, die) -> part(a, die, p -> new RequestExtension(p.id(), later(a, p, die), "需现场踏勘")),
            (a, die) -> ofPart(a, die, p -> centre(new RuleOnExtension(p.id(), die.nextBoolean(), "依规定"))),
            (a, die) -> part(a, die, p -> new GiveOpinion(p.id(), "无意见", List.of())),
            (a, die) -> part(a, die, p -> new StageReply(p.id(), "已启动核查。", List.of())),
            (a, die) -> part(a, die, p -> new DraftReply(p.id(), Conclusion.A, "拟答复如下。", null, null, List.of())),
            (a, die) -> part(a, die, p -> reply(a, p, die)),
            (a, die) -> part(a, die, p -> reply(a, p, die)),
            (a, die) -> part(a, die, p -> reply(a, p, die)),
            (a, die) -> ofPart(a, die, p -> centre(new ReviewReply(p.id(), die.nextInt(3) > 0, "措辞不当"))),
            (a, die) -> ofPart(a, die, p -> centre(new ReviewReply(p.id(), true, null))),
            (a, die) -> firm(rate(a, die)),
            (a, die) -> firm(rate(a, die)),
            (a, die) -> centre(new Suspend("等待上级批复", Zone.dateOf(a.firstReceived()).plusDays(die.nextInt(60)))),
            (a, die) -> centre(new Resume("批复已到")),
            (a, die) -> centre(new Resume("批复已到")),
            (a, die) -> centre(new Terminate(die.nextBoolean(), "企业已起诉")),
            (a, die) -> centre(new MarkHard("涉及多部门")),
            (a, die) -> centre(new Reclassify(one(List.of("land", "arrears"), die), one(List.of(Type.values()), die), null, "登记有误")),
            (a, die) -> centre(new Prioritise("priority.stopped")),
            (a, die) -> centre(new Escalate(one(List.of(Above.values()), die), "久拖未决")),
            (a, die) -> ofPart(a, die, p -> centre(new IssueOrder(p.id(), "请三日内办结", 1 + die.nextInt(5), null))),
            (a, die) -> part(a, die, p -> new AnswerOrder(p.id(), null, "已落实", List.of())),
            (a, die) -> centre(new Redispatch(units(die), "改派")),
            (a, die) -> part(a, die, p -> new ObjectToRating(p.id(), "已当面答复企业", List.of())),
            (a, die) -> ofPart(a, die, p -> centre(new RuleOnObjection(p.id(), die.nextBoolean(), "依回访录音"))),
            (a, die) -> centre(new DecideRework(die.nextBoolean(), "依规定不能办理，说明如下。", List.of())),
            (a, die) -> part(a, die, p -> new AmendReply(p.id(), "更正：联系电话应为 0592-0000000。", List.of())),
            (a, die) -> part(a, die, p -> new FulfilPromise(p.id(), "已提前办结", List.of())),
            (a, die) -> part(a, die, p -> new RecordArrears(p.id(), BigDecimal.valueOf(1000), BigDecimal.valueOf(die.nextInt(1001)), die.nextBoolean(), null)),
            (a, die) -> firm(new Remind("请尽快")),
            (a, die) -> firm(new Withdraw("已自行解决")),
            (a, die) -> new Command(Actor.SYSTEM, new VerifySender("code", Desk.FIRM)),
            (a, die) -> part(a, die, p -> new PassOn(p.id(), Way.UP, null, "须上级办理", directory)),
            (a, die) -> part(a, die, p -> new PassOn(p.id(), Way.DOWN, COUNTY, "交办", directory)),
            (a, die) -> centre(new Recuse(one(UNITS, die), null, "被反映", directory)),
            (a, die) -> centre(new LiftRecusal(one(UNITS, die), null, "查无此事", directory)),
            (a, die) -> new Command(Actor.SYSTEM, takenOver(one(UNITS, die), one(UNITS, die), directory)),
            (a, die) -> centre(new PutBeforeLeader("省政府分管领导", "企业停产，请予批示。")),
            (a, die) -> ofPart(a, die, p -> centre(new RecordLeaderNote(null, "省政府分管领导", Zone.dateOf(a.firstReceived()), "请抓紧研究。",
                    die.nextBoolean() ? p.id() : null, die.nextInt(9) + 1, null))),
            (a, die) -> part(a, die, p -> new AnswerLeaderNote(p.id(), null, "已办结。", List.of())),
            (a, die) -> centre(new TellLeader(null, a.leaderNotes().stream().filter(LeaderNote::toTell).map(note -> Zone.dateOf(note.answeredAt())).findFirst().orElse(null),
                    "已办结，报请知悉。")));
    }

    private static Action takenOver(String unit, String by, Directory directory) {
        return new HandOver(new TakeOver(UUID.randomUUID(), unit, unit.equals(by) ? "350200-commerce" : by, LocalDate.parse("2019-01-01"), "示例〔2019〕1号",
                List.of(), List.of(), TakeOver.Officers.MOVE, null, "系统管理员", null, null, 0, 0, 0), new Vacancies(directory));
    }

    /** How many kinds of move there are. */
    public static final int KINDS = commands(null).size();

    public final AppealInMemory memory;
    private final List<BiFunction<Appeal, Random, Command>> commands;
    private final List<Class<?>> done = new ArrayList<>();

    /** @param directory the delivered one, for what asks which unit stands above another @param sure accepted and dispatched at once, as is not a doubtful one */
    public Walk(Instant start, boolean sure, Type type, boolean listed, long seed, Directory directory) {
        commands = commands(directory);
        memory = new AppealInMemory(TERMS, start);
        Random die = new Random(seed);
        memory.act(Actor.SYSTEM, Submitting.of(draft(start, sure, type, listed, Desk.FIRM, die), "350200-20260305-000001", "350200"));
    }

    /** @return what the command raised; nothing where it was refused */
    public List<Event> make(Move move) {
        memory.pass(Duration.ofMinutes(move.minutes()));
        rounds();
        Command command = commands.get(move.kind()).apply(memory.appeal(), new Random(move.die()));
        if (command == null) {
            return List.of();
        }
        try {
            Who.has(command.actor(), memory.appeal());
            List<Event> raised = memory.act(command.actor(), command.action());
            done.add(command.action().getClass());
            return raised;
        } catch (Refusal | Unknown refused) {
            return List.of();
        }
    }

    /** Which kinds of command were ever allowed. */
    public List<Class<?>> done() {
        return done;
    }

    /** A step that must be allowed; an hour after the one before. */
    void as(Actor actor, Action action) {
        memory.pass(Duration.ofHours(1));
        memory.act(actor, action);
    }

    /** What the house does by itself. */
    private void rounds() {
        memory.act(Actor.SYSTEM, Turning.lights());
        memory.act(Actor.SYSTEM, Asking.lapse());
    }

    static Draft draft(Instant start, boolean sure, Type type, boolean listed, String firm, Random die) {
        Submission submission = new Submission(UUID.randomUUID(), Door.WEB, null, "示例企业", true, "key", Source.WEB, type,
                "用地手续", "项目用地报批已三个月。", firm, "示例机械有限公司", new Contact("经办人", null, "a@shili-001.example"),
                "350200", null, List.of(RECUSED), new MayName(die.nextInt(4) > 0, false), List.of(), null, null, List.of(), start, null);
        return Draft.of(submission)
                .with(new Recognition(firm, "示例机械有限公司", "350200", true, "recognised.by-code", listed))
                .with(new Classification(List.of(new Classification.Candidate(one(CATEGORIES, die), 0.9)), List.of(), "rules", sure))
                .with(new Routing(sure ? known(die) : List.of(), List.of(RECUSED), List.of("用地 → 自然资源"), List.of()));
    }

    private static List<Routing.Unit> known(Random die) {
        List<Routing.Unit> units = units(die);
        return units.stream().anyMatch(unit -> unit.department().equals(RECUSED)) ? List.of(Desk.lead(CITY)) : units;
    }

    static List<Routing.Unit> units(Random die) {
        int first = die.nextInt(UNITS.size());
        List<Routing.Unit> units = new ArrayList<>(List.of(Desk.lead(UNITS.get(first))));
        if (die.nextInt(3) == 0) {
            units.add(Desk.sharing(UNITS.get((first + 1) % UNITS.size())));
        }
        if (die.nextInt(3) == 0) {
            units.add(Desk.coHandling(UNITS.get((first + 2) % UNITS.size())));
        }
        return units;
    }

    private static Command ruling(Appeal appeal, Random die) {
        List<Assignment> sentBack = appeal.assignments().stream().filter(p -> p.state() == AssignmentState.SENT_BACK).toList();
        if (sentBack.isEmpty()) {
            return null;
        }
        boolean upheld = die.nextInt(3) > 0;
        Role role = die.nextInt(5) > 0 ? sentBack.get(0).role() : one(List.of(Role.values()), die);
        List<Routing.Unit> others = upheld ? List.of(new Routing.Unit(one(UNITS, die), role)) : List.of();
        return centre(new RuleOnSendBack(sentBack.get(0).id(), upheld, "依职责分工", others));
    }

    private static LocalDate later(Appeal appeal, Assignment part, Random die) {
        Instant due = part.due() == null ? appeal.firstReceived() : part.due();
        return Zone.dateOf(due).plusDays(die.nextInt(16));
    }

    private static Reply reply(Appeal appeal, Assignment part, Random die) {
        Conclusion conclusion = one(List.of(Conclusion.values()), die);
        LocalDate promised = conclusion == Conclusion.B ? Zone.dateOf(part.dispatchedAt()).plusDays(5 + die.nextInt(40)) : null;
        WayForward way = new WayForward("政务服务窗口", "综合窗口", "0591-0000000", "工作日");
        return new Reply(part.id(), conclusion, "答复如下。", promised, conclusion.needsWayForward() ? way : null, List.of(), null,
                die.nextBoolean() ? "意见逾期未到" : null);
    }

    private static Rate rate(Appeal appeal, Random die) {
        return new Rate(die.nextBoolean(), appeal.promiseDue() == null ? die.nextBoolean() : null,
                one(List.of(Satisfaction.values()), die), null);
    }

    static Command centre(Action action) {
        return new Command(Desk.centre(), action);
    }

    private static Command firm(Action action) {
        return new Command(Desk.firm(), action);
    }

    /** By the department whose part it is, now and then by another. */
    static Command part(Appeal appeal, Random die, Function<Assignment, Action> action) {
        return ofPart(appeal, die, p -> new Command(Desk.department(die.nextInt(10) == 0 ? one(UNITS, die) : p.department()), action.apply(p)));
    }

    static Command ofPart(Appeal appeal, Random die, Function<Assignment, Command> command) {
        List<Assignment> parts = List.copyOf(appeal.assignments());
        List<Assignment> open = parts.stream().filter(p -> p.state().open()).toList();
        List<Assignment> wanted = open.isEmpty() || die.nextInt(8) == 0 ? parts : open;
        return wanted.isEmpty() ? null : command.apply(one(wanted, die));
    }

    private static <T> T one(List<T> all, Random die) {
        return all.get(die.nextInt(all.size()));
    }
}
