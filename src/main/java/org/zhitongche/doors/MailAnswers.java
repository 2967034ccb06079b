package org.zhitongche.doors;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.zhitongche.appeal.ActRequest;
import org.zhitongche.appeal.Action;
import org.zhitongche.appeal.Actor;
import org.zhitongche.appeal.Door;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Department;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.handling.Supplement;
import org.zhitongche.notice.OutgoingMails;

/**
 * Recognises an answer to a mail of ours: by our own Message-ID or the token we wrote, and only when it comes provably
 * from the address our mail went to. Anything else that looks like an answer is a new, linked appeal.
 */
final class MailAnswers {

    private static final Pattern TOKEN = Pattern.compile("办件凭证[：:]\\s*([A-Za-z0-9_-]{20,100})");

    private static final UUID NOBODY = new UUID(0, 0);

    private final Database database;
    private final OutgoingMails outgoing;
    private final TrackingTokens tokens;
    private final Directory directory;
    private final Enterprises enterprises;
    private final MailCommands commands;
    private final FirmCommands firmCommands;
    private final MailSubmissions submissions;

    MailAnswers(Stages stages, MailCommands commands, MailSubmissions submissions) {
        this.database = stages.database();
        this.outgoing = stages.outgoing();
        this.tokens = stages.tokens();
        this.directory = stages.directory();
        this.enterprises = stages.enterprises();
        this.commands = commands;
        this.firmCommands = new FirmCommands(stages.words());
        this.submissions = submissions;
    }

    Optional<MailAnswer> find(Letter letter) {
        if (!letter.mail().provesSender()) {
            return Optional.empty();
        }
        for (String id : letter.answers()) {
            Optional<OutgoingMails.Sent> sent = outgoing.find(id).filter(mail -> mail.address().equalsIgnoreCase(letter.sender()));
            if (sent.isPresent()) {
                return sent.get().assignment() != null ? ofDepartment(letter, sent.get().assignment()) : ofFirm(letter, sent.get().appeal());
            }
        }
        Matcher token = TOKEN.matcher(letter.mail().text() + "\n" + letter.mail().quoted());
        return token.find() ? tokens.read(TrackingTokens.Purpose.ANSWER, token.group(1)).flatMap(id -> ofDepartment(letter, id)) : Optional.empty();
    }

    /** The address must be the department's own today. */
    private Optional<MailAnswer> ofDepartment(Letter letter, UUID assignment) {
        Optional<Department> department = database.sql().sql("select department from assignment where id = ?").param(assignment)
                .query(String.class).optional().flatMap(directory.departments()::find)
                .filter(unit -> letter.sender().equalsIgnoreCase(unit.email()));
        return department.map(unit -> new MailAnswer(letter, new ActRequest(actionId(letter),
                new Actor(Actor.Kind.DEPARTMENT, letter.sender(), unit.name(), unit.code()), Door.MAIL, child(letter), assignment, null,
                letter.mail().text(), commands.read(letter, assignment)), null));
    }

    /** Null where the command names none; one that there is not is as unknown as another department's. */
    private UUID child(Letter letter) {
        return MailCommands.child(letter).map(number -> database.sql().sql("select id from appeal where number = ?").param(number)
                .query(UUID.class).optional().orElse(NOBODY)).orElse(null);
    }

    private Optional<MailAnswer> ofFirm(Letter letter, UUID appeal) {
        if (appeal == null) {
            return Optional.empty();
        }
        Optional<Known> known = database.sql().sql("select number, uscc, verified from appeal where id = ?").param(appeal)
                .query(Known.class).optional();
        Optional<Action> command = firmCommands.read(letter);
        Action action = command.orElseGet(() -> new Supplement(letter.mail().text(), MailSubmissions.attachments(letter.mail())));
        return known.map(k -> new MailAnswer(letter, new ActRequest(actionId(letter), actor(letter, appeal, k), Door.MAIL, appeal, null, null,
                letter.mail().text(), action), command.isPresent() ? null : submissions.of(letter, k.number())));
    }

    private record Known(String number, String uscc, boolean verified) {}

    /** As the firm where the address is its registered contact, else as the holder of this one appeal. */
    private Actor actor(Letter letter, UUID appeal, Known known) {
        boolean registered = known.verified() && known.uscc() != null
                && enterprises.listByContactAddress(letter.sender()).stream().anyMatch(firm -> firm.uscc().equals(known.uscc()));
        return registered ? new Actor(Actor.Kind.FIRM, letter.sender(), "经办人", known.uscc())
                : new Actor(Actor.Kind.SENDER, appeal.toString(), "经办人", null);
    }

    private static String actionId(Letter letter) {
        return letter.mail().messageId().map(id -> "mail:" + id).orElse("mail:" + letter.raw().transportId());
    }
}
