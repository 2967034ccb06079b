package org.zhitongche.app;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.zhitongche.appeal.AppealReads;
import org.zhitongche.appeal.Appeals;
import org.zhitongche.appeal.HeadDigest;
import org.zhitongche.appeal.Procedure;
import org.zhitongche.appeal.Terms;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.appeal.Rebuild;
import org.zhitongche.appeal.Verify;
import org.zhitongche.calendar.CalendarFacts;
import org.zhitongche.calendar.CalendarImport;
import org.zhitongche.calendar.CalendarNotices;
import org.zhitongche.calendar.CalendarVersions;
import org.zhitongche.calendar.MovedWhose;
import org.zhitongche.classify.Classify;
import org.zhitongche.classify.Drift;
import org.zhitongche.classify.DriftRound;
import org.zhitongche.classify.LeadLabels;
import org.zhitongche.classify.LearnedClassifier;
import org.zhitongche.classify.LearnedLead;
import org.zhitongche.classify.ModelInForce;
import org.zhitongche.classify.ModelVersions;
import org.zhitongche.classify.Predicts;
import org.zhitongche.classify.RuleClassifier;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.db.DatabaseClock;
import org.zhitongche.db.StartFailure;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.DirectoryFiles;
import org.zhitongche.directory.DirectoryImport;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.People;
import org.zhitongche.directory.PersonRole;
import org.zhitongche.directory.Principals;
import org.zhitongche.dispatch.JointHandlings;
import org.zhitongche.dispatch.Propose;
import org.zhitongche.dispatch.Proposer;
import org.zhitongche.handling.Act;
import org.zhitongche.handling.TakeOverRound;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.ForgetArrivals;
import org.zhitongche.intake.Ledger;
import org.zhitongche.intake.Recognise;
import org.zhitongche.intake.Store;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Links;
import org.zhitongche.notice.Mails;
import org.zhitongche.notice.NoticeParts;
import org.zhitongche.notice.NoticeSettings;
import org.zhitongche.notice.Notices;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutboxSettings;
import org.zhitongche.notice.OutgoingMails;
import org.zhitongche.notice.Recipients;
import org.zhitongche.notice.SiteMessages;
import org.zhitongche.notice.Templates;
import org.zhitongche.notice.Verifications;
import org.zhitongche.papers.PaperTemplates;
import org.zhitongche.papers.Papers;
import org.zhitongche.papers.Typefaces;
import org.zhitongche.policy.PolicyHouse;
import org.zhitongche.similar.ReplySignatures;
import org.zhitongche.similar.Signatures;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.similar.SimilarSettings;
import org.zhitongche.stats.Figures;
import org.zhitongche.supervision.DigestRound;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.time.InvalidCalendar;
import org.zhitongche.time.WorkCalendar;
import org.zhitongche.words.Words;

/** Everything that needs only the database: what commands work on, and what {@link Platform} puts the doors around. */
public final class House implements AutoCloseable {

    /** How long a node may work on by the calendar it knows when another has been imported. */
    private static final Duration CALENDAR_LOOKED_FOR = Duration.ofSeconds(2);

    final Settings settings;
    final Secrets secrets;
    final OpenDatabase opened;
    final Database database;
    final InstantSource clock;
    final Words words;
    final Procedure procedure;
    final Terms terms;
    final CalendarVersions calendar;
    final Blobs blobs;
    final TrackingTokens tokens;
    final DirectoryFiles files;
    final Directory directory;
    final Enterprises enterprises;
    final People people;
    final Principals principals;
    final Appeals appeals;
    final AppealReads reads;
    final Arrivals arrivals;
    final Alarms alarms;
    final Outbox outbox;
    final SiteMessages site;
    final Verifications verifications;
    final NoticeSettings noticeSettings;
    final OutgoingMails outgoing;
    final Recipients recipients;
    final Mails mails;
    final PolicyHouse policy;
    final Recognise recognise;
    final ModelVersions models;
    final Drift drift;
    final ModelInForce categories;
    final ModelInForce leads;
    final LearnedLead learnedLead;
    final Classify classify;
    final Propose propose;
    final SimilarHouse similar;
    final Store store;
    final Act act;
    final TakeOverRound takeOvers;
    final SupervisionRound supervision;
    final DigestRound digests;
    final SurveyRound survey;
    final HeadDigest heads;
    final Outside outside;
    final Ledger ledger;
    final Figures figures;
    final Papers papers;

    /** @param clockOver puts another clock over the database's, as the demo does */
    private House(Settings settings, OpenDatabase opened, Function<InstantSource, InstantSource> clockOver) {
        this.settings = settings;
        this.opened = opened;
        Path config = settings.config();
        secrets = new Secrets(settings.path(Key.DATA_DIR));
        database = opened.database();
        clock = clockOver.apply(new DatabaseClock(database));
        words = Words.read(config.resolve("words"), "zh");
        calendar = calendar(database, config.resolve("calendar"), words);
        files = DirectoryFiles.read(config);
        procedure = Procedure.load(config.resolve("procedure.yaml"), code -> files.book().find(code).isPresent());
        terms = terms(calendar);
        files.mirrorTo(database);
        blobs = new Blobs(database, clock);
        tokens = new TrackingTokens(secrets.ofLinks(settings));
        directory = new Directory(database);
        enterprises = new Enterprises(database);
        people = new People(database, clock);
        principals = new Principals(database);
        reads = new AppealReads(database);
        alarms = new Alarms(database, clock);
        outbox = new Outbox(database, clock, alarms, OutboxSettings.DEFAULT.keptFor(Duration.ofDays(settings.number(Key.OUTBOX_KEPT))), node());
        site = new SiteMessages(database, clock);
        verifications = new Verifications(database, clock, tokens, outbox);
        noticeSettings = new NoticeSettings(settings.publicUrl(), settings.get(Key.MAIL_ADDRESS), "政企直通车",
                settings.get(Key.MAIL_ADDRESS).replaceAll(".*@", ""));
        NoticeParts notice = new NoticeParts(outbox, site, alarms, verifications, reads, directory, enterprises, people,
                principals, new Links(noticeSettings, tokens), words);
        appeals = new Appeals(database, blobs, clock, terms, List.of(new Notices(notice), new ForgetArrivals(database, blobs),
                new Signatures(database), new ReplySignatures()));
        outgoing = new OutgoingMails(database, clock);
        recipients = new Recipients(database, clock);
        mails = new Mails(notice, noticeSettings, Templates.load(config.resolve("templates")), recipients, outgoing, appeals, clock);
        policy = PolicyHouse.open(database, clock, directory::regions, files.industries(), words, enterprises, outbox, site, tokens,
                settings.publicUrl());
        mails.ask(policy.stillWanted());
        models = new ModelVersions(database, clock, files.book());
        drift = new Drift(database);
        categories = inForce(Predicts.CATEGORY);
        leads = inForce(Predicts.LEAD);
        learnedLead = new LearnedLead(files.book(), new LeadLabels(files.book(), directory)::target, leads);
        classify = new Classify(new LearnedClassifier(new RuleClassifier(files.book()), files.book(), categories), files.book(), learnedLead);
        propose = new Propose(new Proposer(files.book()), directory, enterprises::findByUscc, new JointHandlings(database, clock)::usual, clock);
        similar = SimilarHouse.open(database, clock, SimilarSettings.of(settings.number(Key.SIMILAR_REPEAT), settings.number(Key.SIMILAR_JOINT),
                settings.number(Key.SIMILAR_FIRMS), settings.number(Key.SIMILAR_DAYS), settings.number(Key.SIMILAR_REPLIES)));
        arrivals = new Arrivals(database, blobs);
        recognise = new Recognise(enterprises);
        store = new Store(database, appeals, arrivals, tokens);
        act = new Act(database, appeals, clock, (code, day) -> directory.departments(day).find(code).isPresent());
        takeOvers = new TakeOverRound(database, appeals, directory, clock, (takeOver, appeal) -> alarms.raise(PersonRole.CENTRE, "take-over",
                appeal.toString(), words.get("alarm.take-over", takeOver.department(), takeOver.successor()), "/admin/appeals/" + appeal));
        supervision = new SupervisionRound(database, appeals, clock);
        digests = new DigestRound(database, clock, calendar, directory, outbox, words,
                new DigestRound.How(settings.time(Key.SUPERVISION_DIGEST_AT), settings.publicUrl()));
        survey = new SurveyRound(database, appeals, clock);
        heads = new HeadDigest(settings.path(Key.DATA_DIR).resolve("heads"), database, clock);
        outside = new Outside(settings, secrets);
        ledger = new Ledger(database, clock, outside);
        figures = new Figures(database, clock, calendar::at, procedure.enough());
        papers = papers(config.resolve("templates").resolve("papers"));
    }

    private ModelInForce inForce(Predicts predicts) {
        return new ModelInForce(models, predicts, (number, why) -> alarms.raise(PersonRole.SYSTEM_ADMIN, "model", String.valueOf(number),
                words.get("alarm.model." + predicts, number, why), String.valueOf(number)));
    }

    /** Takes the models in force, if they are others than before. */
    void lookForModels() {
        categories.look();
        leads.look();
    }

    /** Of people's decisions, for the page and the metrics; what another node counted within the hour is taken as it is. */
    void countWeeks() {
        new DriftRound(database, clock).run();
        drift.look();
    }

    private Papers papers(Path templates) {
        Papers.Setting how = new Papers.Setting(PaperTemplates.load(templates), Typefaces.of(settings.paths(Key.PAPERS_FONTS)), settings.get(Key.PAPERS_CENTRE));
        return new Papers(database, clock, how, figures, new Papers.Names(directory, words), terms);
    }

    private static CalendarVersions calendar(Database database, Path folder, Words words) {
        try {
            return new CalendarVersions(database, CalendarFacts.read(folder), CALENDAR_LOOKED_FOR);
        } catch (InvalidCalendar e) {
            throw new StartFailure(e.told(words::get), "correct that line", e);
        }
    }

    private Terms terms(Supplier<WorkCalendar> calendar) {
        return new Terms(procedure, calendar, files.book()::statutoryLimit);
    }

    CalendarImport calendarImport() {
        return new CalendarImport(database, calendar, appeals, this::terms, clock,
                new CalendarNotices(new MovedWhose(database), directory, outbox, site, words, new Links(noticeSettings, tokens)));
    }

    /** Tells one node's claims from another's. */
    private static String node() {
        return ProcessHandle.current().pid() + "@" + System.nanoTime();
    }

    /** Opens the house for the node itself: starts the embedded database where none is named, and migrates. */
    static House open(Settings settings, Function<InstantSource, InstantSource> clockOver) {
        return open(settings, OpenDatabase.own(settings), clockOver);
    }

    /** Opens it for a command: beside a running node if there is one. */
    static House visit(Settings settings) {
        return open(settings, OpenDatabase.beside(settings), Function.identity());
    }

    private static House open(Settings settings, OpenDatabase opened, Function<InstantSource, InstantSource> clockOver) {
        try {
            return new House(settings, opened, clockOver);
        } catch (RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    Verify verify() {
        return new Verify(database, blobs, terms, List.of(ledger, heads.check(), figures.check()));
    }

    Rebuild rebuild() {
        return new Rebuild(database, appeals, terms);
    }

    DirectoryImport directoryImport() {
        return new DirectoryImport(database, directory, files, people);
    }

    @Override
    public void close() {
        opened.close();
    }
}
