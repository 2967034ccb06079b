package org.zhitongche.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;

/** The people of the demo at their screens: each signs in when he sits down and stays signed in while he works. */
final class Seats {

    /** Less than the site leaves an idle session open. */
    private static final Duration STAYS = Duration.ofMinutes(15);

    private final String web;
    private final InstantSource clock;
    private final Map<String, Seat> taken = new HashMap<>();

    private record Seat(BrowserClient browser, Instant since) {}

    Seats(String web, InstantSource clock) {
        this.web = web;
        this.clock = clock;
    }

    BrowserClient of(String login) {
        Seat seat = taken.get(login);
        if (seat == null || clock.instant().isAfter(seat.since().plus(STAYS))) {
            BrowserClient browser = new BrowserClient(web);
            browser.signIn(login, DemoDirectory.PASSWORD);
            seat = new Seat(browser, clock.instant());
            taken.put(login, seat);
        }
        return seat.browser();
    }
}
