package org.zhitongche.mailtext;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.zhitongche.mailtext.Mails.GB18030;
import static org.zhitongche.mailtext.Mails.base64;
import static org.zhitongche.mailtext.Mails.decent;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Attachments keep their Chinese names, and no name is anything but a name. */
class FileNamesTest {

    private static String nameFor(String disposition, Charset charset) throws Exception {
        return decent().line("Content-Type: multipart/mixed; boundary=b").blank().line("--b").line("Content-Type: application/pdf")
                .line("Content-Disposition: attachment; " + disposition, charset).blank().line("%PDF-1.4").line("--b--")
                .read().attachments().get(0).name();
    }

    private static String nameFor(String disposition) throws Exception {
        return nameFor(disposition, UTF_8);
    }

    @Test
    void rfc2231NamesAreReadWholeAndContinued() throws Exception {
        assertEquals("营业执照.pdf", nameFor("filename*=UTF-8''" + URLEncoder.encode("营业执照.pdf", UTF_8)));
        assertEquals("营业执照.pdf", nameFor("filename*=gb2312'zh-cn'" + URLEncoder.encode("营业执照.pdf", GB18030)));
        assertEquals("营业执照.pdf", nameFor("filename*0*=utf-8''%E8%90%A5%E4%B8%9A; filename*1*=%E6%89%A7%E7%85; filename*2*=%A7; filename*3=.pdf"));
    }

    @Test
    void encodedWordsInNamesAreRead() throws Exception {
        assertEquals("营业执照.pdf", nameFor("filename=\"=?gb2312?B?" + base64("营业执照.pdf", GB18030) + "?=\""));
        assertEquals("营业执照.pdf", nameFor("filename=\"=?UTF-8?Q?=E8=90=A5=E4=B8=9A=E6=89=A7=E7=85=A7=2Epdf?=\""));
    }

    @Test
    void rawNamesAreReadAlsoWhereALetterHoldsABackslash() throws Exception {
        assertEquals("营业执照.pdf", nameFor("filename=\"营业执照.pdf\"", GB18030));
        assertEquals("营业执照.pdf", nameFor("filename=营业执照.pdf", UTF_8));
        assertEquals("营业乗照.pdf", nameFor("filename=\"营业乗照.pdf\"", GB18030), "乗 is 81 5C in GBK");
        assertEquals("鑫晟.pdf", nameFor("filename=\"鑫晟.pdf\"", GB18030));
    }

    @ParameterizedTest
    @CsvSource({"../../x.pdf,x.pdf", "C:\\\\Users\\\\a\\\\合同.pdf,合同.pdf", "/etc/passwd,passwd", "..,附件1.pdf", "'',附件1.pdf", "CON.pdf,_CON.pdf",
        "nul,_nul", "com1.txt,_com1.txt", ".htaccess,htaccess", "a:b.pdf,a_b.pdf", "合同.pdf. . ,合同.pdf", "a*?<b>|.pdf,a___b__.pdf"})
    void aNameIsNeverAPathOrADevice(String sent, String shown) throws Exception {
        assertEquals(shown, nameFor("filename=\"" + sent + "\""));
    }

    @Test
    void hiddenLettersAreTakenOut() throws Exception {
        assertEquals("合同cod.exe", nameFor("filename*=UTF-8''" + URLEncoder.encode("合同\u202Ecod.exe", UTF_8)));
        assertEquals("a b.pdf", nameFor("filename*=UTF-8''a%00%0D%0A%E2%80%8Bb.pdf"));
    }

    @Test
    void anEndlessNameIsShortenedAndKeepsItsEnding() throws Exception {
        String name = nameFor("filename=\"" + "长".repeat(400) + ".pdf\"");
        assertTrue(name.length() <= 120 && name.endsWith("长.pdf"), name);
    }
}
