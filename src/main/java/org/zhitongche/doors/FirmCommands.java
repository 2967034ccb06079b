package org.zhitongche.doors;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Satisfaction;
import org.zhitongche.handling.Remind;
import org.zhitongche.handling.Withdraw;
import org.zhitongche.survey.Rate;
import org.zhitongche.words.Words;

/**
 * What a firm's answer says to do, where its first line is one of the commands that our mails explain: 催办, 撤回, or its
 * rating. Whatever else a firm writes is a supplement, and never refused for its words.
 */
final class FirmCommands {

    private static final Pattern COMMAND = Pattern.compile("^(催办|撤回)(?:\\s*:\\s*(?<said>.*))?$");
    private static final Pattern RATING = Pattern.compile("^评价\\s*:\\s*(?:(?<contacted>已联系|未联系|没有联系)\\s*[,;、]?\\s*)?(?:(?<solved>已解决|未解决|没有解决)\\s*[,;、]?\\s*)?(?<satisfaction>[^,;、\\s。.]+)\\s*[。.]?$");

    private final Map<String, Satisfaction> degrees;

    FirmCommands(Words words) {
        degrees = Arrays.stream(Satisfaction.values()).collect(Collectors.toMap(each -> words.of("satisfaction", each), Function.identity()));
    }

    /** Empty where it is no command. */
    Optional<Action> read(Letter letter) {
        String text = letter.mail().text().strip();
        String first = text.lines().findFirst().orElse("").strip();
        String more = text.substring(Math.min(text.length(), first.length())).strip();
        String plain = MailCommands.plain(first);
        Matcher command = COMMAND.matcher(plain);
        if (command.matches()) {
            String said = command.start("said") < 0 ? more : (first.substring(command.start("said")) + "\n" + more).strip();
            return Optional.of(command.group(1).equals("催办") ? new Remind(said.isEmpty() ? null : said) : new Withdraw(said.isEmpty() ? null : said));
        }
        Matcher rating = RATING.matcher(plain);
        if (rating.matches() && degrees.containsKey(rating.group("satisfaction"))) {
            return Optional.of(new Rate(yes(rating, "contacted"), yes(rating, "solved"), degrees.get(rating.group("satisfaction")), more.isEmpty() ? null : more));
        }
        return Optional.empty();
    }

    /** Null where the firm did not say. */
    private static Boolean yes(Matcher rating, String name) {
        return rating.group(name) == null ? null : (Boolean) rating.group(name).startsWith("已");
    }
}
