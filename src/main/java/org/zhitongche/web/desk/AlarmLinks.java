package org.zhitongche.web.desk;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.zhitongche.notice.Alarm;

/** Where an alarm leads to. */
public final class AlarmLinks {

    private AlarmLinks() {
    }

    /** Null where there is nothing to open. */
    public static String of(Alarm alarm) {
        if (alarm.ref() == null) {
            return null;
        }
        String ref = URLEncoder.encode(alarm.ref(), StandardCharsets.UTF_8);
        if (alarm.kind().startsWith("appeal.")) {
            return "/admin/appeals?number=" + ref;
        } else if (alarm.kind().startsWith("delivery.")) {
            return "/admin/undelivered";
        } else if (alarm.kind().equals("dispatch")) {
            return "/admin/dispatch";
        } else if (alarm.kind().equals("model")) {
            return "/admin/models";
        }
        return alarm.kind().equals("quarantine") ? "/admin/quarantine/" + ref : null;
    }
}
