package org.zhitongche.policy;

import java.util.Optional;
import java.util.UUID;
import org.zhitongche.appeal.TrackingTokens;

/** The addresses that a pushed mail names; nobody can guess them. */
public final class PolicyLinks {
    private final String publicUrl;
    private final TrackingTokens tokens;

    public PolicyLinks(String publicUrl, TrackingTokens tokens) {
        this.publicUrl = publicUrl.replaceAll("/+$", "");
        this.tokens = tokens;
    }

    /** Shows the policy and why the firm got it; opening it is reading it. */
    String received(UUID delivery) {
        return publicUrl + "/policies/received/" + delivery;
    }

    String unsubscribe(UUID contact) {
        return publicUrl + "/unsubscribe/" + tokens.token(TrackingTokens.Purpose.UNSUBSCRIBE, contact);
    }

    /** The contact to whom an unsubscribing link was sent. */
    Optional<UUID> contact(String token) {
        return tokens.read(TrackingTokens.Purpose.UNSUBSCRIBE, token);
    }
}
