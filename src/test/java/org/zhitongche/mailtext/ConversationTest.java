package org.zhitongche.mailtext;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer is parted from the conversation below it, by whatever mark the mail program sets. */
class ConversationTest {

    @ParameterizedTest
    @ValueSource(strings = {
        "------------------ 原始邮件 ------------------\n发件人: \"直通车\"\n内容",
        "-----Original Message-----\nFrom: x",
        "-----邮件原件-----\n发件人: x",
        "发件人： 直通车 <appeals@zhitongche.local>\n发送时间： 2025年3月3日\n收件人： a@b.example\n主题： 回复\n\n内容",
        "From: x <a@b.example>\nSent: Monday\nTo: y\nSubject: z\n\ncontent",
        "在 2025-03-03 09:30:00，\"直通车\" <appeals@zhitongche.local> 写道：\n> 内容",
        "直通车 <appeals@zhitongche.local> 于2025年3月3日周一 09:30写道：\n> 内容",
        "On Mon, Mar 3, 2025 at 9:30 AM x <a@b.example> wrote:\n> content",
        "On Mon, Mar 3, 2025 at 9:30 AM Somebody With A Long Name\n<a@b.example> wrote:\n\n> content",
        "> 内容\n> 第二行"})
    void theConversationIsPartedOff(String earlier) {
        Conversation parted = Conversation.part("已解决，谢谢。\n\n" + earlier, "Re: 答复");
        assertEquals("已解决，谢谢。", parted.text());
        assertEquals(earlier, parted.quoted());
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "来信人写道：请协调。\n此事紧急。",
        "> 您问电压\n是 380 伏。\n> 您问时间\n每天。",
        "发件人：我公司财务部\n内容如下",
        "联系人 12:30 张经理写道\n请回电"})
    void whatOneWroteOneselfStays(String text) {
        assertEquals(text, Conversation.part(text, "诉求").text());
    }

    @Test
    void aForwardedMailIsItsContent() {
        String text = "请处理\n-----原始邮件-----\n发件人: x\n厂房漏水";
        assertEquals(text, Conversation.part(text, "转发: 诉求").text());
    }

    @Test
    void aMailThatIsAllQuotedKeepsItsText() {
        assertEquals("> 只有引用", Conversation.part("> 只有引用\n", "Re: x").text());
    }

    @Test
    void quotesInHtmlArePartedToo() throws Exception {
        ReadMail mail = Mails.decent().line("Content-Type: text/html; charset=utf-8").blank()
                .line("<div>满意</div><div>在 2025-03-03 09:30，a@b.example 写道：</div><blockquote><p>一</p><p>二</p></blockquote>").read();
        assertEquals("满意", mail.text());
        assertEquals("在 2025-03-03 09:30，a@b.example 写道：\n> 一\n\n> 二", mail.quoted());
    }
}
