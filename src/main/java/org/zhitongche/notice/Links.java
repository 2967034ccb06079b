package org.zhitongche.notice;

import java.util.UUID;
import org.zhitongche.appeal.TrackingTokens;

/** The addresses that notices and documents name. Only those with a token open anything without signing in. */
public final class Links {

    private final String publicUrl;
    private final TrackingTokens tokens;

    public Links(NoticeSettings settings, TrackingTokens tokens) {
        this.publicUrl = settings.publicUrl();
        this.tokens = tokens;
    }

    /** The firm's own page of its appeal: progress, reply, rating. */
    public String track(UUID appeal) {
        return publicUrl + "/track/" + tokens.token(TrackingTokens.Purpose.TRACK, appeal);
    }

    /** For officers who sign in. */
    public String desk(UUID appeal) {
        return publicUrl + "/desk/appeals/" + appeal;
    }

    /** What a department owes. */
    public String desk() {
        return publicUrl + "/desk";
    }

    /** Authorised by key, like the case itself. */
    public String file(UUID attachment) {
        return publicUrl + "/api/v1/files/" + attachment;
    }

    public String actions(String department) {
        return publicUrl + "/api/v1/departments/" + department + "/actions";
    }

    /** Proves in a department's mail which assignment it answers. */
    public String answerToken(UUID assignment) {
        return tokens.token(TrackingTokens.Purpose.ANSWER, assignment);
    }

    public String unsubscribe(UUID contact) {
        return publicUrl + "/unsubscribe/" + tokens.token(TrackingTokens.Purpose.UNSUBSCRIBE, contact);
    }
}
