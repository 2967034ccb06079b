package org.zhitongche.mailtext;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.mailtext.Mails.mail;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who wrote is believed only when it is plainly written and the trusted server vouches for it. */
class SenderTest {

    private static final String PASS = "Authentication-Results: mx.example.gov.cn; dmarc=pass header.from=firm.example.cn";

    private static ReadMail from(String from) throws Unreadable {
        return mail().line(PASS).line("From: " + from).blank().line("x").read();
    }

    @ParameterizedTest
    @ValueSource(strings = {"<a@firm.example.cn>b@evil.example", "<a@firm.example.cn><b@evil.example>", "a@firm.example.cn, b@evil.example",
        "a@firm.example.cn@evil.example", "\"a@firm.example.cn\" <b@evil.example>", "a@fіrm.example.cn", "a@xn--frm-hxa.example.cn",
        "a@\u0441\u043E\u0441.example.cn", "\u0430@firm.example.cn", "a\u200B@firm.example.cn", "示例Cо公司 <a@firm.example.cn>",
        "=?utf-8?Q?x_<a=40firm.example.cn>?= <b@evil.example>", "a b@firm.example.cn"})
    void aSenderWrittenToDeceiveProvesNothing(String from) throws Exception {
        ReadMail mail = from(from);
        assertTrue(mail.doubtfulSender(), mail.from().toString());
        assertFalse(mail.provesSender());
    }

    @Test
    void twoFromFieldsProveNothing() throws Exception {
        ReadMail mail = mail().line(PASS).line("From: a@firm.example.cn").line("From: b@evil.example").blank().line("x").read();
        assertTrue(mail.doubtfulSender());
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@firm.example.cn", "<a@firm.example.cn>", "示例公司 <a@firm.example.cn>", "\"示例, 公司\" <a@firm.example.cn>",
        "a@firm.example.cn (示例公司)", "\"a@firm.example.cn\" <a@firm.example.cn>", "ABC示例 Co. <a@firm.example.cn>", "示例 <a@FIRM.example.cn>",
        "办公室 <a@示例.中国>"})
    void aPlainSenderIsProvedByAPass(String from) throws Exception {
        ReadMail mail = from(from);
        assertFalse(mail.doubtfulSender(), mail.from().toString());
        assertTrue(mail.provesSender());
    }

    @Test
    void aCommaInsideAnEncodedNameMakesNoSecondSender() throws Exception {
        ReadMail mail = from("=?utf-8?Q?Wang=2C_b=40c?= <a@firm.example.cn>");
        assertEquals("a@firm.example.cn", mail.from().orElseThrow().address());
        assertEquals("Wang, b@c", mail.from().orElseThrow().name());
    }

    private static SenderProof proof(String... results) throws Unreadable {
        Mails mail = mail();
        for (String result : results) mail.line("Authentication-Results: " + result);
        return mail.line("From: a@firm.example.cn").blank().line("x").read().proof();
    }

    @Test
    void onlyTheTopmostFieldOfTheTrustedServerCounts() throws Exception {
        assertEquals(SenderProof.NONE, proof());
        assertEquals(SenderProof.NONE, proof("evil.example; dmarc=pass"));
        assertEquals(SenderProof.NONE, proof("evil.example; dmarc=pass", "mx.example.gov.cn; dmarc=pass"));
        assertEquals(SenderProof.FAIL, proof("mx.example.gov.cn; dmarc=fail", "mx.example.gov.cn; dmarc=pass"));
        assertEquals(SenderProof.PASS, proof("MX.example.gov.cn 1; (x; dmarc=fail) dmarc=pass (p=none)"));
        assertEquals(SenderProof.NONE, proof("mx.example.gov.cn.evil.example; dmarc=pass"));
    }

    @Test
    void withoutDmarcAPassCountsForTheSendersOwnDomainOnly() throws Exception {
        assertEquals(SenderProof.PASS, proof("mx.example.gov.cn; spf=pass smtp.mailfrom=bounce@firm.example.cn"));
        assertEquals(SenderProof.PASS, proof("mx.example.gov.cn; dkim=pass header.d=firm.example.cn; spf=softfail smtp.mailfrom=relay.example"));
        assertEquals(SenderProof.NONE, proof("mx.example.gov.cn; spf=pass smtp.mailfrom=evil.example"));
        assertEquals(SenderProof.NONE, proof("mx.example.gov.cn; dkim=pass header.d=cn"));
        assertEquals(SenderProof.FAIL, proof("mx.example.gov.cn; spf=fail smtp.mailfrom=firm.example.cn"));
        assertEquals(SenderProof.NONE, proof("mx.example.gov.cn; none"));
    }

    @Test
    void signingInAsTheAddressIsAPass() throws Exception {
        assertEquals(SenderProof.PASS, proof("mx.example.gov.cn; auth=pass smtp.auth=a@firm.example.cn"));
        assertEquals(SenderProof.FAIL, proof("mx.example.gov.cn; auth=pass smtp.auth=b@evil.example"));
    }

    @Test
    void aFailedMailIsReadAllTheSame() throws Exception {
        ReadMail mail = mail().line("Authentication-Results: mx.example.gov.cn; dmarc=fail").line("From: a@firm.example.cn").blank().line("诉求").read();
        assertEquals("诉求", mail.text());
        assertFalse(mail.provesSender());
    }
}
