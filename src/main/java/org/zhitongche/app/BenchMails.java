package org.zhitongche.app;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.MimeMessage;
import java.util.List;
import java.util.Properties;
import org.zhitongche.demo.DemoDirectory;

/** Puts mails of a firm into a box: signed in as the firm, in one conversation with the server. */
final class BenchMails {

    private final BenchHouse bench;
    private final String to;
    private final Session session = session();

    BenchMails(BenchHouse bench, String to) {
        this.bench = bench;
        this.to = to;
    }

    private static Session session() {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(properties);
    }

    void put(List<Integer> numbers, List<String> titles) throws MessagingException {
        String from = bench.firm().address();
        try (Transport transport = session.getTransport("smtp")) {
            transport.connect("127.0.0.1", bench.settings.number(Key.MAIL_SMTP_PORT), from, DemoDirectory.PASSWORD);
            for (int n = 0; n < numbers.size(); n++) {
                MimeMessage mail = new MimeMessage(session);
                mail.setFrom(from);
                mail.setRecipients(MimeMessage.RecipientType.TO, to);
                mail.setSubject(titles.get(n), "UTF-8");
                mail.setText(bench.wish(numbers.get(n)).text(), "UTF-8");
                mail.saveChanges();
                transport.sendMessage(mail, mail.getAllRecipients());
            }
        }
    }
}
