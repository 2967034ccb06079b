package org.zhitongche.doors;

import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.zhitongche.mailtext.MailAddress;
import org.zhitongche.mailtext.OutgoingMail;
import org.zhitongche.notice.Channel;
import org.zhitongche.notice.Delivery;
import org.zhitongche.notice.MailText;
import org.zhitongche.notice.Mails;
import org.zhitongche.notice.Outbox;

/** Carries the outbox out by SMTP: leased, with no transaction open while the server is spoken to. */
final class SendMails {

    private static final Logger LOG = LoggerFactory.getLogger(SendMails.class);
    private static final int BATCH = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);

    private final Outbox outbox;
    private final Mails mails;
    private final MailSettings settings;
    private final Session session;

    SendMails(Outbox outbox, Mails mails, MailSettings settings) {
        this.outbox = outbox;
        this.mails = mails;
        this.settings = settings;
        this.session = session(settings);
    }

    private static Session session(MailSettings settings) {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.connectiontimeout", "10000");
        properties.setProperty("mail.smtp.timeout", "60000");
        properties.setProperty("mail.smtp.writetimeout", "60000");
        properties.setProperty("mail.smtp.allowutf8", "true");
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", Boolean.toString(settings.startTls()));
        properties.setProperty("mail.smtp.auth", Boolean.toString(!settings.smtpUser().isBlank()));
        return Session.getInstance(properties);
    }

    /** Until nothing is left. Where the server is away the lease runs out, and the next round tries again. */
    public void sendAll() throws MessagingException {
        if (settings.smtpHost().isBlank()) {
            return;
        }
        List<Delivery> batch = outbox.lease(Channel.MAIL, BATCH, LEASE);
        while (!batch.isEmpty() && !Thread.currentThread().isInterrupted()) {
            try (Transport transport = session.getTransport("smtp")) {
                transport.connect(settings.smtpHost(), settings.smtpPort(), settings.smtpUser().isBlank() ? null : settings.smtpUser(),
                        settings.smtpPassword());
                for (Delivery each : batch) {
                    send(transport, each);
                }
            }
            batch = outbox.lease(Channel.MAIL, BATCH, LEASE);
        }
    }

    private void send(Transport transport, Delivery delivery) throws MessagingException {
        Optional<MailText> text = mails.prepare(delivery);
        if (text.isEmpty()) {
            return;
        }
        try {
            MimeMessage message = mime(text.get());
            transport.sendMessage(message, message.getAllRecipients());
            outbox.sent(List.of(delivery));
        } catch (IllegalArgumentException malformed) {
            outbox.failed(delivery, malformed.getMessage(), true);
        } catch (SendFailedException refused) {
            boolean forGood = code(refused) / 100 == 5;
            LOG.info("mail {} to {} was refused: {}", delivery.deliveryId(), delivery.destination(), refused.getMessage());
            outbox.failed(delivery, refused.getMessage(), forGood);
        }
    }

    private static int code(MessagingException refused) {
        for (Exception each = refused; each instanceof MessagingException mail; each = mail.getNextException()) {
            if (each instanceof SMTPAddressFailedException address) {
                return address.getReturnCode();
            }
            if (each instanceof SMTPSendFailedException send && send.getReturnCode() >= 400) {
                return send.getReturnCode();
            }
        }
        return 0;
    }

    private static MimeMessage mime(MailText text) throws MessagingException {
        OutgoingMail mail = OutgoingMail.between(new MailAddress(text.fromName(), text.from()), new MailAddress("", text.to()))
                .messageId(text.messageId()).sentAt(text.date()).subject(text.subject()).text(text.body())
                .automatic(text.automaticReply() ? OutgoingMail.AutoSubmitted.REPLIED : OutgoingMail.AutoSubmitted.GENERATED);
        if (text.inReplyTo() != null) {
            mail.inReplyTo(text.inReplyTo(), text.references());
        }
        text.headers().forEach(mail::header);
        return mail.build();
    }
}
