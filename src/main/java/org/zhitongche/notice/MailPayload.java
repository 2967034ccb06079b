package org.zhitongche.notice;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.UUID;
import org.zhitongche.appeal.EventCodec;

/**
 * What a mail waits with: which event it tells of. The texts are read when it is sent, so that nothing personal lies in
 * the outbox and what was erased meanwhile is not sent.
 *
 * @param seq        of the event, null where the mail tells of none
 * @param assignment null in mails to firms
 * @param values     of a mail that belongs to no appeal; may be null
 */
public record MailPayload(Integer seq, UUID assignment, Map<String, String> values) {

    public String json() {
        return Json.write(this);
    }

    static MailPayload read(String json) {
        try {
            return EventCodec.JSON.readValue(json, MailPayload.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
