package org.zhitongche.mailtext;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** Tells mail somebody wrote from mail a machine sent, by what RFC 3834 asks for and by what Chinese providers do instead. */
final class KindOfMail {

    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile(
            "^(自动回复|自動回覆|外出自动回复|休假自动回复|automatic reply|auto[- ]?reply|autoreply|out of office)\\s*([:：(（].*)?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOUNCE_SUBJECT = Pattern.compile(
            "退信|无法投递|投递失败|邮件未送达|undeliver|delivery (status|failure)|returned mail|mail delivery|failure notice|delivery has failed", Pattern.CASE_INSENSITIVE);
    private static final List<String> DAEMONS = List.of("mailer-daemon", "postmaster", "mail-daemon");

    private KindOfMail() { }

    static MailKind of(Part mail, String subject, Optional<MailAddress> from, String ownHeader, FailedRecipients failed) {
        Headers headers = mail.headers();
        if (!ownHeader.isBlank() && headers.has(ownHeader.toLowerCase(Locale.ROOT))) return MailKind.OWN_NOTICE;
        if (failed.isBounce()) return MailKind.BOUNCE;
        if (!failed.isDelay() && isUnstructuredBounce(headers, subject, from)) return MailKind.BOUNCE;
        if (isAutomatic(mail, subject)) return MailKind.AUTOMATIC;
        return isList(headers) ? MailKind.LIST : MailKind.ORDINARY;
    }

    private static boolean isUnstructuredBounce(Headers headers, String subject, Optional<MailAddress> from) {
        String local = from.map(f -> f.address().split("@")[0].toLowerCase(Locale.ROOT)).orElse("");
        boolean noReturn = headers.raw("return-path").replace(" ", "").equals("<>");
        boolean daemon = DAEMONS.contains(local);
        boolean tells = BOUNCE_SUBJECT.matcher(subject).find();
        return (daemon && (noReturn || tells)) || (noReturn && tells);
    }

    private static boolean isAutomatic(Part mail, String subject) {
        Headers headers = mail.headers();
        String submitted = headers.keyword("auto-submitted");
        if (!submitted.isEmpty() && !submitted.equals("no")) return true;
        if (mail.mediaType().equals("multipart/report")) return true;
        if (headers.has("x-autoreply") || headers.has("x-autorespond") || headers.has("x-auto-reply")
                || headers.has("x-autoresponder")) return true;
        String precedence = headers.keyword("precedence");
        if (precedence.equals("auto_reply") || precedence.equals("auto-reply")) return true;
        return headers.raw("return-path").replace(" ", "").equals("<>") || AUTOMATIC_SUBJECT.matcher(subject).matches();
    }

    private static boolean isList(Headers headers) {
        String precedence = headers.keyword("precedence");
        return headers.has("list-id") || headers.has("list-unsubscribe") || headers.has("list-post")
                || precedence.equals("list") || precedence.equals("bulk") || precedence.equals("junk");
    }
}
