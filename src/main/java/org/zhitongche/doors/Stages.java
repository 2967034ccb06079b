package org.zhitongche.doors;

import java.time.InstantSource;
import org.zhitongche.appeal.TrackingTokens;
import org.zhitongche.classify.Classify;
import org.zhitongche.db.Blobs;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.Principals;
import org.zhitongche.dispatch.Propose;
import org.zhitongche.handling.Act;
import org.zhitongche.handling.TakeOverRound;
import org.zhitongche.intake.Arrivals;
import org.zhitongche.intake.Recognise;
import org.zhitongche.intake.Store;
import org.zhitongche.notice.Alarms;
import org.zhitongche.notice.Mails;
import org.zhitongche.notice.Outbox;
import org.zhitongche.notice.OutgoingMails;
import org.zhitongche.notice.Recipients;
import org.zhitongche.policy.PushRound;
import org.zhitongche.similar.SimilarHouse;
import org.zhitongche.supervision.DigestRound;
import org.zhitongche.supervision.SupervisionRound;
import org.zhitongche.survey.SurveyRound;
import org.zhitongche.words.Words;

/** What the routes connect: the stages, and what the doors need to know. */
public record Stages(Database database, InstantSource clock, Blobs blobs, Words words, Directory directory, Enterprises enterprises,
                    Principals principals, Recognise recognise, Classify classify, Propose propose, SimilarHouse similar, Arrivals arrivals, Store store,
                    Act act, SupervisionRound supervision, DigestRound digests, SurveyRound survey, TakeOverRound takeOvers, PushRound push, Outbox outbox, Alarms alarms,
                     Mails mails, OutgoingMails outgoing, Recipients recipients, TrackingTokens tokens) {}
