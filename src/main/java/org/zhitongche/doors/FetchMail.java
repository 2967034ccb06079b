package org.zhitongche.doors;

import jakarta.mail.Address;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Collections;
import java.util.Date;
import java.util.Iterator;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.Exchange;
import org.apache.camel.component.mail.MailMessage;
import org.apache.camel.support.DefaultMessage;
import org.eclipse.angus.mail.imap.IMAPMessage;

/**
 * First step of a box: fetches the mail as it is, never more of it than the limit, and leaves every header of it behind.
 * A mail that the server fails to give again and again is taken for unreadable, so that it does not stand in the way.
 */
final class FetchMail {

    private static final int TRIES = 5;
    private static final int MOST_HEADERS = 64 * 1024;

    private final InstantSource clock;
    private final MovedBefore movedBefore;
    private final int largest;
    private final Map<String, Integer> failures = new ConcurrentHashMap<>();

    FetchMail(InstantSource clock, MovedBefore movedBefore, int largest) {
        this.clock = clock;
        this.movedBefore = movedBefore;
        this.largest = largest;
    }

    public void fetch(Exchange exchange) throws MessagingException, IOException {
        Message message = exchange.getIn(MailMessage.class).getOriginalMessage();
        String transportId = exchange.getProperty("CamelMailMessageId", String.class);
        RawMail mail = fetch(message, transportId);
        exchange.setProperty(MoveMail.MOVED_BEFORE, movedBefore.isSo(message, transportId));
        DefaultMessage fresh = new DefaultMessage(exchange.getContext());
        fresh.setBody(mail);
        exchange.setIn(fresh);
    }

    private RawMail fetch(Message message, String transportId) throws MessagingException, IOException {
        try {
            boolean tooLarge = message.getSize() > largest;
            byte[] bytes = tooLarge ? null : bytes((IMAPMessage) message);
            failures.remove(transportId);
            return mail(message, transportId, bytes, tooLarge ? "mail.too-large" : null);
        } catch (MessagingException | IOException e) {
            boolean connected = message.getFolder().isOpen() && message.getFolder().getStore().isConnected();
            if (!connected || message.isExpunged() || failures.merge(transportId, 1, Integer::sum) < TRIES) {
                throw e;
            }
            failures.remove(transportId);
            return new RawMail(UUID.randomUUID(), transportId, "?", null, clock.instant(), null, null, "mail.unfetchable");
        }
    }

    private byte[] bytes(IMAPMessage message) throws MessagingException, IOException {
        message.setPeek(true);
        try (InputStream in = message.getMimeStream()) {
            return in.readNBytes(largest + 1);
        }
    }

    private RawMail mail(Message message, String transportId, byte[] bytes, String fault) throws MessagingException {
        byte[] headers = bytes == null ? headers((MimeMessage) message) : null;
        return new RawMail(UUID.randomUUID(), transportId, sender(message), subject(message), receivedAt(message), bytes, headers, fault);
    }

    /** What the box says, as long as it is not ahead of our clock: a firm's waiting time begins when its mail arrived. */
    private Instant receivedAt(Message message) throws MessagingException {
        Instant now = clock.instant();
        Date said = message.getReceivedDate();
        return said == null || said.toInstant().isAfter(now) ? now : said.toInstant();
    }

    private static String sender(Message message) {
        try {
            Address[] from = message.getFrom();
            return from == null || from.length == 0 ? "?" : ((InternetAddress) from[0]).getAddress().toLowerCase(Locale.ROOT);
        } catch (MessagingException | ClassCastException odd) {
            return "?";
        }
    }

    private static String subject(Message message) {
        try {
            return message.getSubject();
        } catch (MessagingException odd) {
            return null;
        }
    }

    private static byte[] headers(MimeMessage message) throws MessagingException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        Iterator<String> lines = Collections.list(message.getAllHeaderLines()).iterator();
        while (lines.hasNext() && all.size() < MOST_HEADERS) {
            all.writeBytes((lines.next() + "\r\n").getBytes(StandardCharsets.UTF_8));
        }
        return all.toByteArray();
    }
}
