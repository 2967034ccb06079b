package org.zhitongche.mailtext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.mailtext.Mails.GB18030;
import static org.zhitongche.mailtext.Mails.base64;
import static org.zhitongche.mailtext.Mails.decent;
import static org.zhitongche.mailtext.Mails.mail;

import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhitongche.db.Content;

/** Chinese text comes out whole, whatever the label says. */
class CharsetsInMailTest {

    private static final String TEXT = "我公司厂房用电频繁跳闸，请求协调处理。";
    /** 镕 and 㐂 stand in GBK and GB18030 but not in GB2312. */
    private static final String RARE = "法人代表朱镕㐂，" + TEXT;

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "GB2312", "gbk", "gb18030", "\"gb_2312-80\"", "x-unknown-charset", "", "us-ascii", "iso-8859-1", "utf-8"})
    void gb18030BytesAreReadUnderAnyLabel(String label) throws Exception {
        ReadMail mail = decent().line("Content-Type: text/plain; charset=" + label).blank().line(RARE, GB18030).read();
        assertEquals(RARE, mail.text());
    }

    @ParameterizedTest
    @ValueSource(strings = {"gb2312", "big5", "x-unknown-charset", "", "iso-8859-1", "windows-1252"})
    void utf8BytesAreReadUnderAnyLabel(String label) throws Exception {
        assertEquals(TEXT, decent().line("Content-Type: text/plain; charset=" + label).blank().line(TEXT).read().text());
    }

    @Test
    void contentFromTheHouseIsReadLikeBytes() throws Exception {
        Content raw = Content.of(decent().blank().line(TEXT).raw());
        assertEquals(TEXT, new MailReader("", "X-Own", MailLimits.DEFAULT).read(raw).text());
    }

    @Test
    void aGuessIsFlaggedAndABelievedLabelIsNot() throws Exception {
        assertTrue(decent().blank().line(TEXT, GB18030).read().flags().contains(MailFlag.CHARSET_GUESSED));
        assertFalse(decent().line("Content-Type: text/plain; charset=gb2312").blank().line(TEXT, GB18030).read().flags()
                .contains(MailFlag.CHARSET_GUESSED));
    }

    @Test
    void unlabelledBig5IsToldFromGb() throws Exception {
        String traditional = "我們公司的廠房經常停電，請協助處理這個問題。";
        assertEquals(traditional, decent().blank().line(traditional, Charset.forName("Big5")).read().text());
    }

    @Test
    void aFewLettersThatLookLikeUtf8AreStillChinese() throws Exception {
        assertEquals("联通", mail().line("Subject: 联通", GB18030).blank().line("x").read().subject());
    }

    @Test
    void westernTextStaysWestern() throws Exception {
        String text = "Müller fragt: café déjà vu?";
        assertEquals(text, decent().line("Content-Type: text/plain; charset=iso-8859-1").blank()
                .line(text, Charset.forName("ISO-8859-1")).read().text());
    }

    @Test
    void rawEightBitHeadersAreDecoded() throws Exception {
        ReadMail mail = mail().line("From: 示例机械有限公司 <a@machine.example.cn>", GB18030).line("Subject: 关于出口退税的诉求", GB18030)
                .blank().line(TEXT).read();
        assertEquals("关于出口退税的诉求", mail.subject());
        assertEquals("示例机械有限公司", mail.from().orElseThrow().name());
    }

    @Test
    void anEncodedWordThatCutsALetterInTwoIsJoined() throws Exception {
        byte[] bytes = "诉求".getBytes(UTF_8);
        String first = java.util.Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, 4));
        String second = java.util.Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 4, 6));
        assertEquals("诉求", mail().line("Subject: =?utf-8?B?" + first + "?=").line(" =?utf-8?B?" + second + "?=").blank().read().subject());
    }

    @Test
    void anEncodedWordWithoutPaddingOrEndIsRead() throws Exception {
        String word = base64("减税", UTF_8).replace("=", "");
        String gb = base64("用地", GB18030).replace("=", "");
        assertEquals("减税", mail().line("Subject: =?utf-8?B?" + word + "?=").blank().read().subject());
        assertEquals("用地", mail().line("Subject: =?gb2312?B?" + gb).blank().read().subject());
        assertEquals("用地减", mail().line("Subject: =?gb2312?B?" + gb + "?= =?gb2312?B?" + base64("减", GB18030) + "?=").blank().read().subject());
    }

    @Test
    void aCutSubjectLosesItsLastHalfLetterOnly() throws Exception {
        byte[] bytes = "电价过高".getBytes(GB18030);
        String cut = java.util.Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, 7));
        ReadMail mail = mail().line("Subject: =?gb2312?B?" + cut + "?=").blank().line("x").read();
        assertEquals("电价过", mail.subject());
        assertTrue(mail.flags().contains(MailFlag.HEADER_BROKEN));
    }

    @Test
    void bytesOfNoCharsetAreFlaggedAsDamaged() throws Exception {
        byte[] broken = (TEXT + TEXT + TEXT).getBytes(UTF_8);
        broken[10] = (byte) 0xFF;
        ReadMail mail = decent().line("Content-Type: text/plain; charset=utf-8").blank().bytes(broken).read();
        assertTrue(mail.text().endsWith("请求协调处理。"));
        assertTrue(mail.flags().contains(MailFlag.TEXT_DAMAGED));
        assertTrue(mail.personMustLook());
    }

    @Test
    void theCharsetNamedInsideHtmlIsUsed() throws Exception {
        String html = "<html><head><meta charset=gbk></head><body>贷款</body></html>";
        assertEquals("贷款", decent().line("Content-Type: text/html").blank().line(html, GB18030).read().text());
    }

    @Test
    void oldSevenBitChineseIsRead() throws Exception {
        assertEquals("中国 ok", decent().line("Content-Type: text/plain; charset=hz-gb-2312").blank().line("~{VP9z~} ok").read().text());
        assertEquals("中国 1+1", decent().line("Content-Type: text/plain; charset=utf-7").blank().line("+Ti1W/Q- 1+-1").read().text());
    }

    @Test
    void textLabelledBase64ThatIsNoneIsReadAsItIs() throws Exception {
        assertEquals(TEXT, decent().line("Content-Type: text/plain; charset=gb2312").line("Content-Transfer-Encoding: base64")
                .blank().line(TEXT, GB18030).read().text());
    }

    @Test
    void whatADatabaseRefusesNeverComesOut() throws Exception {
        assertEquals("ab", decent().blank().bytes(new byte[] {'a', 0, 'b'}).read().text());
        assertEquals("a\uFFFDb", Clean.text("a\uD800b"), "half of a pair");
    }
}
