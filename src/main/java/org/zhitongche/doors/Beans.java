package org.zhitongche.doors;

import jakarta.jms.ConnectionFactory;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Draft;
import org.zhitongche.appeal.Receipt;
import org.zhitongche.appeal.Submission;
import org.zhitongche.documents.ActionReader;
import org.zhitongche.documents.Answers;
import org.zhitongche.documents.SubmissionReader;
import org.zhitongche.intake.Store;
import org.zhitongche.mailtext.MailLimits;
import org.zhitongche.mailtext.MailReader;

/** The steps, by the names under which the routes know them. */
final class Beans {

    /** Which all our own notices carry. */
    private static final String OWN_HEADER = "X-Zhitongche-Delivery";

    private final Stages stages;
    private final PipelineSettings settings;
    private final ConnectionFactory broker;
    private final SubmissionReader submissionReader;
    private final ReadSubmission readSubmission;
    private final ReadAction readAction;
    private final ReadLetter readLetter;
    private final SortMail sortMail;

    Beans(Stages stages, PipelineSettings settings, ConnectionFactory broker) {
        this.stages = stages;
        this.settings = settings;
        this.broker = broker;
        QueueText texts = new QueueText(settings.largestMessage(), stages.words());
        submissionReader = new SubmissionReader(stages.directory(), stages.words(), settings.files());
        readSubmission = new ReadSubmission(texts, stages.principals(), submissionReader);
        readAction = new ReadAction(texts, stages.principals(), stages.directory(), new ActionReader(stages.directory(), stages.words(), settings.files(),
                new AppealReads(stages.database())::findId));
        readLetter = readLetter(settings.mail());
        sortMail = sortMail(settings.mail());
    }

    private ReadLetter readLetter(MailSettings mail) {
        MailReader reader = new MailReader(mail.trustedServer(), OWN_HEADER, MailLimits.DEFAULT.withBytes(mail.largest()));
        return new ReadLetter(reader, stages.words(), mail.largest());
    }

    private SortMail sortMail(MailSettings mail) {
        MailSubmissions submissions = new MailSubmissions(stages.database(), stages.enterprises());
        return new SortMail(new Bounces(stages.outgoing(), stages.recipients(), mail.domain()), new MailCap(stages.database(), mail.perHour()),
                new MailAnswers(stages, new MailCommands(stages.words(), stages.directory()), submissions), submissions);
    }

    ReadAgain readAgain() {
        return new ReadAgain(stages.blobs(), readLetter, sortMail, readSubmission, readAction, submissionReader);
    }

    Map<String, Object> all() {
        Map<String, Object> beans = new LinkedHashMap<>();
        stages(beans);
        queues(beans);
        mails(beans);
        beans.put("quarantine", new Quarantine(stages.database(), stages.arrivals(), stages.alarms(), stages.words()));
        return beans;
    }

    private void stages(Map<String, Object> beans) {
        beans.put("draft", new Drafts());
        beans.put("recognise", stages.recognise());
        beans.put("classify", stages.classify());
        beans.put("propose", stages.propose());
        beans.put("compare", stages.similar().compare());
        beans.put("store", new StoreOne(stages.store()));
        beans.put("act", stages.act());
        beans.put("supervision", stages.supervision());
        beans.put("digests", stages.digests());
        beans.put("survey", stages.survey());
        beans.put("takeOvers", stages.takeOvers());
        beans.put("push", stages.push());
        beans.put("similar", stages.similar().round());
        beans.put("replies", stages.similar().replies());
    }

    private void queues(Map<String, Object> beans) {
        beans.put("receiveMessage", new ReceiveMessage(stages.clock()));
        beans.put("readSubmission", readSubmission);
        beans.put("readAction", readAction);
        beans.put("answerMessage", new AnswerMessage(broker, new Answers(stages.words(), settings.trackingUrl()), settings.answerQueues()));
        beans.put("sendToQueues", new SendToQueues(stages.database(), stages.outbox(), broker));
    }

    private void mails(Map<String, Object> beans) {
        MailSettings mail = settings.mail();
        TellSender tell = new TellSender(stages.database(), stages.outbox(), stages.clock(),
                mail.boxes().stream().map(box -> box.user().toLowerCase(Locale.ROOT)).collect(Collectors.toSet()));
        beans.put("mailUid", new TransportId());
        beans.put("mailPause", new MailPause());
        beans.put("fetchMail", new FetchMail(stages.clock(), new MovedBefore(stages.arrivals()), mail.largest()));
        beans.put("moveMail", new MoveMail());
        beans.put("readLetter", readLetter);
        beans.put("sortMail", sortMail);
        beans.put("settleMail", new SettleMail(stages.arrivals(), tell, stages.words()));
        beans.put("sendMails", new SendMails(stages.outbox(), stages.mails(), mail));
    }

    /** First step of take-in. */
    static final class Drafts {
        public Draft of(Submission submission) {
            return Draft.of(submission);
        }
    }

    /** Its last step: one at a time, as a queue or a request brings them. */
    record StoreOne(Store all) {
        public Receipt store(Draft draft) {
            return all.store(draft);
        }

        public Receipt storeAgain(Draft draft) {
            return all.storeAgain(draft);
        }
    }
}
