package org.zhitongche.notice;

import org.zhitongche.appeal.AppealReads;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Principals;
import org.zhitongche.words.Words;

/** What notices are made of and where they go. */
public record NoticeParts(Outbox outbox, SiteMessages site, Alarms alarms, Verifications verifications, AppealReads reads,
                          Directory directory, Enterprises enterprises, People people, Principals principals,
                          Links links, Words words) {}
