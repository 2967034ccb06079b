package org.zhitongche.app;

import jakarta.jms.ConnectionFactory;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhitongche.documents.FileLimits;
import org.zhitongche.doors.MailSettings;
import org.zhitongche.doors.Pipeline;
import org.zhitongche.doors.PipelineSettings;
import org.zhitongche.doors.Stages;

/** The routes with the house's stages in them, as the settings say; not started. */
final class HousePipeline {

    private HousePipeline() {}

    static Pipeline of(House h, ConnectionFactory connections, int imapPort, int smtpPort) {
        Stages stages = new Stages(h.database, h.clock, h.blobs, h.words, h.directory, h.enterprises,
                h.principals, h.recognise, h.classify, h.propose, h.similar, h.arrivals, h.store, h.act, h.supervision, h.digests, h.survey, h.takeOvers, h.policy.round(), h.outbox, h.alarms,
                h.mails, h.outgoing, h.recipients, h.tokens);
        Settings settings = h.settings;
        PipelineSettings how = new PipelineSettings(settings.config().resolveSibling("routes"), properties(settings), connections, Set.of(),
                settings.megabytes(Key.QUEUE_LARGEST), limits(settings), token -> settings.publicUrl() + "/track/" + token,
                mail(h, imapPort, smtpPort));
        return new Pipeline(stages, how);
    }

    static FileLimits limits(Settings settings) {
        return new FileLimits(settings.megabytes(Key.ATTACHMENT_LARGEST), settings.megabytes(Key.ATTACHMENTS_LARGEST));
    }

    private static Map<String, String> properties(Settings settings) {
        Map<String, String> properties = new HashMap<>(settings.all());
        int consumers = settings.number(Key.BROKER_CONSUMERS);
        properties.put("queue.submit.consumers", Integer.toString(consumers));
        properties.put("queue.actions.consumers", Integer.toString(Math.max(1, consumers / 4)));
        properties.put("supervision.period", settings.number(Key.SUPERVISION_EVERY) + "000");
        return properties;
    }

    /** Required to become encrypted on 587. */
    private static MailSettings mail(House h, int imapPort, int smtpPort) {
        Settings settings = h.settings;
        return new MailSettings(List.of(h.outside.box(imapPort)), settings.embeddedMail() ? "127.0.0.1" : settings.get(Key.MAIL_SMTP_HOST), smtpPort,
                settings.get(Key.MAIL_USER), h.secrets.of(settings, Key.MAIL_PASSWORD), smtpPort == 587, settings.get(Key.MAIL_TRUSTED_SERVER),
                h.noticeSettings.domain(), settings.number(Key.MAIL_LARGEST) << 20, settings.number(Key.MAIL_PER_HOUR));
    }
}
