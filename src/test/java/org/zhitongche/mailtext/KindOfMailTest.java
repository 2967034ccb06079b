package org.zhitongche.mailtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.zhitongche.mailtext.Mails.decent;
import static org.zhitongche.mailtext.Mails.mail;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Machines' mail is told from people's, so that no two machines answer each other. */
class KindOfMailTest {

    private static MailKind with(String header) throws Unreadable {
        return decent().line(header).blank().line("x").read().kind();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: auto-replied", "Auto-Submitted: auto-generated (reason)", "X-Autoreply: yes", "Precedence: auto_reply", "Return-Path: <>"})
    void machinesAreKnownByTheirHeaders(String header) throws Exception {
        assertEquals(MailKind.AUTOMATIC, with(header));
    }

    @ParameterizedTest
    @ValueSource(strings = {"自动回复: 用电问题", "自动回复：", "Automatic reply: hello", "Out of Office: back on Monday", "自动回复"})
    void machinesAreKnownByTheirSubject(String subject) throws Exception {
        assertEquals(MailKind.AUTOMATIC, mail().line("From: a@b.example").line("Subject: " + subject).blank().line("x").read().kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"Auto-Submitted: no", "Return-Path: <a@b.example>", "Precedence: first-class", "X-Mailer: Foxmail"})
    void peopleAreNotTakenForMachines(String header) throws Exception {
        assertEquals(MailKind.ORDINARY, with(header));
    }

    @Test
    void anAppealAboutAutomaticRepliesIsOrdinary() throws Exception {
        assertEquals(MailKind.ORDINARY, mail().line("From: a@b.example").line("Subject: 自动回复系统收费不合理").blank().line("x").read().kind());
        assertEquals(MailKind.ORDINARY, mail().line("From: a@b.example").line("Subject: 关于退信的投诉").blank().line("x").read().kind());
    }

    @ParameterizedTest
    @ValueSource(strings = {"List-Id: <news.example>", "List-Unsubscribe: <mailto:x@y.example>", "Precedence: bulk"})
    void listsAreKnown(String header) throws Exception {
        assertEquals(MailKind.LIST, with(header));
    }

    @Test
    void ourOwnNoticeIsKnownByItsHeader() throws Exception {
        ReadMail mail = decent().line("X-Zhitongche-Notice: d-17").line("Auto-Submitted: auto-generated").blank().line("x").read();
        assertEquals(MailKind.OWN_NOTICE, mail.kind());
        assertEquals("d-17", mail.ownNotice().orElseThrow());
    }

    private static ReadMail report(String action) throws Unreadable {
        return mail().line("From: MAILER-DAEMON@mx.example").line("Return-Path: <>").line("Subject: Undelivered")
                .line("Content-Type: multipart/report; report-type=delivery-status; boundary=b").blank()
                .line("--b").blank().line("could not").line("--b").line("Content-Type: message/delivery-status").blank()
                .line("Reporting-MTA: dns; mx.example").blank().line("Final-Recipient: rfc822; Li@Firm.example").line("Action: " + action).line("Status: 5.1.1")
                .blank().line("Final-Recipient: rfc822; ok@firm.example").line("Action: relayed").line("--b--").read();
    }

    @Test
    void aBounceNamesWhoWasNotReached() throws Exception {
        assertEquals(MailKind.BOUNCE, report("failed").kind());
        assertEquals(List.of("Li@firm.example"), report("failed").failedRecipients());
    }

    @Test
    void aDelayIsNoBounce() throws Exception {
        assertEquals(MailKind.AUTOMATIC, report("delayed").kind());
        assertEquals(List.of(), report("delayed").failedRecipients());
    }

    @Test
    void aBounceWithoutReportIsKnownByItsSender() throws Exception {
        ReadMail mail = mail().line("From: PostMaster@qq.example").line("Subject: 系统退信 / Undeliverable").line("X-Failed-Recipients: x@y.example").blank().line("x").read();
        assertEquals(MailKind.BOUNCE, mail.kind());
        assertEquals(List.of("x@y.example"), mail.failedRecipients());
        assertEquals(MailKind.BOUNCE, mail().line("From: postmaster@b.example").line("Subject: 退信通知").blank().line("x").read().kind());
    }
}
