package org.zhitongche.doors;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Conclusion;
import org.zhitongche.appeal.Event.PassedOn;
import org.zhitongche.directory.Directory;
import org.zhitongche.documents.BadDocument;
import org.zhitongche.handling.Acknowledge;
import org.zhitongche.handling.AmendReply;
import org.zhitongche.handling.AnswerLeaderNote;
import org.zhitongche.handling.AnswerOrder;
import org.zhitongche.handling.DraftReply;
import org.zhitongche.handling.FulfilPromise;
import org.zhitongche.handling.GiveOpinion;
import org.zhitongche.handling.MakeContact;
import org.zhitongche.handling.ObjectToRating;
import org.zhitongche.handling.PassOn;
import org.zhitongche.handling.Recuse;
import org.zhitongche.handling.Reply;
import org.zhitongche.handling.RequestExtension;
import org.zhitongche.handling.RequestInformation;
import org.zhitongche.handling.SendBack;
import org.zhitongche.handling.StageReply;
import org.zhitongche.handling.WayForward;
import org.zhitongche.intake.Outcome;
import org.zhitongche.words.Words;

/** What a department's answer says to do: the command on its first line, as the mail it answers explains. */
final class MailCommands {

    private static final String NUMBER = "\\d{6}-\\d{8}-\\d{6,10}(?:-[1-9])?";
    private static final Pattern COMMAND = Pattern.compile(
            "^(签收|意见|联系|补正\\s*CHILD|阶段答复|评价异议\\s*CHILD|承诺兑现|补充更正|(?:登记)?欠款|延期\\s*(\\d{4}-\\d{1,2}-\\d{1,2})|回避|(?:退回|上报|交办)\\s*(?<unit>[^:\\s]{2,60})?|(?:答复|拟稿)\\s*(?<conclusion>[A-D])(?:\\s*(?<promised>\\d{4}-\\d{1,2}-\\d{1,2}))?|(?:督办|批示)反馈\\s*(?<order>[DP]\\d+)?)\\s*(?:[:]\\s*(?<said>.*))?$".replace("CHILD", "(?:" + NUMBER + ")?"));
    private static final Pattern CHILD = Pattern.compile("^(?:补正|评价异议)\\s*(" + NUMBER + ")");
    private static final Pattern FIELD = Pattern.compile("^(办理渠道|受理单位|联系电话|办理时间)\\s*[:]\\s*(.+)$");

    private static final Pattern WITHOUT = Pattern.compile("^不等协办意见\\s*[:]\\s*(.+)$");
    private static final Pattern SIGNATORY = Pattern.compile("^签发人?\\s*[:]\\s*(.{1,100})$");

    private final Words words;
    private final Directory directory;

    MailCommands(Words words, Directory directory) {
        this.words = words;
        this.directory = directory;
    }

    /** The number of the appeal handled jointly that the command is about; empty where it is about the assignment's own. */
    static Optional<String> child(Letter letter) {
        Matcher child = CHILD.matcher(plain(letter.mail().text().strip().lines().findFirst().orElse("")));
        return child.find() ? Optional.of(child.group(1)) : Optional.empty();
    }

    /** @throws BadDocument where the first line is no command */
    Action read(Letter letter, UUID assignment) {
        String text = letter.mail().text().strip();
        int end = text.indexOf('\n');
        String first = (end < 0 ? text : text.substring(0, end)).strip();
        Matcher command = COMMAND.matcher(plain(first));
        if (!command.matches()) {
            throw BadDocument.because(words, Outcome.QUARANTINED, null, "mail.no-command");
        }
        String said = (asWritten(first, command.start("said"), command.end("said")) + (end < 0 ? "" : text.substring(end))).strip();
        return switch (command.group(1).substring(0, 2)) {
            case "签收" -> new Acknowledge(assignment);
            case "退回" -> new SendBack(assignment, said, command.group("unit"));
            case "意见" -> new GiveOpinion(assignment, said, MailSubmissions.attachments(letter.mail()));
            case "联系" -> new MakeContact(assignment, said.isEmpty() ? null : said);
            case "补充" -> new AmendReply(assignment, said, MailSubmissions.attachments(letter.mail()));
            case "补正" -> new RequestInformation(assignment, said);
            case "延期" -> new RequestExtension(assignment, date(command.group(2), "延期日期"), said);
            case "阶段" -> new StageReply(assignment, said, MailSubmissions.attachments(letter.mail()));
            case "评价" -> new ObjectToRating(assignment, said, MailSubmissions.attachments(letter.mail()));
            case "承诺" -> new FulfilPromise(assignment, said, MailSubmissions.attachments(letter.mail()));
            case "上报" -> new PassOn(assignment, PassedOn.Way.UP, command.group("unit"), said, directory);
            case "交办" -> new PassOn(assignment, PassedOn.Way.DOWN, command.group("unit"), said, directory);
            case "登记", "欠款" -> MailArrears.read(assignment, said)
                    .orElseThrow(() -> BadDocument.because(words, Outcome.QUARANTINED, null, "mail.arrears"));
            case "回避" -> Recuse.own(said, directory);
            case "拟稿" -> draft(letter, assignment, command, said);
            case "批示" -> new AnswerLeaderNote(assignment, command.group("order"), said, MailSubmissions.attachments(letter.mail()));
            case "督办" -> new AnswerOrder(assignment, command.group("order"), said, MailSubmissions.attachments(letter.mail()));
            default -> reply(letter, assignment, command, said);
        };
    }

    private Action draft(Letter letter, UUID assignment, Matcher command, String said) {
        return new DraftReply(assignment, Conclusion.valueOf(command.group("conclusion")), said, date(command.group("promised"), "承诺日期"),
                wayForward(said), MailSubmissions.attachments(letter.mail()));
    }

    private Action reply(Letter letter, UUID assignment, Matcher command, String said) {
        return new Reply(assignment, Conclusion.valueOf(command.group("conclusion")), said, date(command.group("promised"), "承诺日期"), wayForward(said),
                MailSubmissions.attachments(letter.mail()), line(SIGNATORY, said), line(WITHOUT, said));
    }

    private LocalDate date(String said, String name) {
        if (said == null) {
            return null;
        }
        try {
            String[] parts = said.split("-");
            return LocalDate.of(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]), Integer.parseInt(parts[2]));
        } catch (DateTimeException notADay) {
            throw BadDocument.because(words, Outcome.QUARANTINED, null, "date.unknown", name, said);
        }
    }

    /** Null where no line says so. */
    private static String line(Pattern way, String said) {
        return said.lines().map(String::strip).map(line -> {
            Matcher found = way.matcher(plain(line));
            return found.matches() ? asWritten(line, found.start(1), found.end(1)) : null;
        }).filter(Objects::nonNull).findFirst().orElse(null);
    }

    /** From the lines 办理渠道, 受理单位, 联系电话, 办理时间; the reply's rules tell which of them must be there. */
    private static WayForward wayForward(String said) {
        Map<String, String> found = new HashMap<>();
        said.lines().map(String::strip).forEach(line -> {
            Matcher field = FIELD.matcher(plain(line));
            if (field.matches()) {
                found.put(field.group(1), asWritten(line, field.start(2), field.end(2)));
            }
        });
        return found.isEmpty() ? null
                : new WayForward(found.get("办理渠道"), found.get("受理单位"), found.get("联系电话"), found.get("办理时间"));
    }

    /** Full-width letters, digits and colons are what Chinese keyboards give. One character for each, so that places stay. */
    static String plain(String line) {
        return line.chars().map(character -> character >= '\uFF01' && character <= '\uFF5E' ? character - '\uFF01' + '!'
                : character == '\u3000' || character == '\u00A0' ? ' ' : character)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append).toString();
    }

    /** What people wrote is kept, its punctuation too. */
    private static String asWritten(String line, int start, int end) {
        return start < 0 ? "" : line.substring(start, end).strip();
    }
}
