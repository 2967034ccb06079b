package org.zhitongche.web;

import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.function.Supplier;
import org.zhitongche.db.Database;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.Enterprises;
import org.zhitongche.directory.People;
import org.zhitongche.directory.Principals;

/** All that has to do with knowing who somebody is: made once, given to the {@link WebServer}. */
public final class Accounts {

    private final Viewers viewers;
    private final SetUpLinks setUpLinks;
    private final Sessions sessions;
    private final List<Pages> pages;

    public Accounts(Database database, InstantSource clock, Directory directory, WebSettings settings) {
        this(database, clock, directory, settings, List::of);
    }

    /** @param policies the latest, for the front page */
    public Accounts(Database database, InstantSource clock, Directory directory, WebSettings settings,
                    Supplier<List<Headline>> policies) {
        People people = new People(database, clock);
        Cookies cookies = new Cookies(settings.https());
        sessions = new Sessions(database, clock, settings);
        Attempts attempts = new Attempts(database, clock);
        viewers = new SignedIn(sessions, people, new Principals(database), directory, new Enterprises(database), cookies, clock);
        setUpLinks = new SetUpLinks(database, clock, people, settings.publicAddress());
        pages = List.of(new Home(policies), new SignInPages(people, sessions, attempts, cookies, settings,
                new Leave(people, directory, clock)::tell),
            new AccountPages(people, sessions, attempts, cookies), new SetUpPages(setUpLinks, people));
    }

    public Viewers viewers() {
        return viewers;
    }

    public SetUpLinks setUpLinks() {
        return setUpLinks;
    }

    /** The front page, signing in and out, the own account, setting up. */
    public List<Pages> pages() {
        return pages;
    }

    /** Ends whatever that person has open, on every machine. */
    public void signOutEverywhere(UUID person) {
        sessions.closeAll(person);
    }
}
