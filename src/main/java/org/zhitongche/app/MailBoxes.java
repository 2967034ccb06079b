package org.zhitongche.app;

import java.util.Locale;
import org.zhitongche.directory.Directory;
import org.zhitongche.directory.People;
import org.zhitongche.parts.MailUsers;

/** The boxes of the embedded mail server: the platform's own, the departments', and those of everybody with an account. */
final class MailBoxes implements MailUsers {

    private final String platform;
    private final String password;
    private final Directory directory;
    private final People people;

    MailBoxes(String platform, String password, Directory directory, People people) {
        this.platform = platform.toLowerCase(Locale.ROOT);
        this.password = password;
        this.directory = directory;
        this.people = people;
    }

    @Override
    public boolean hasBox(String address) {
        return address.equals(platform) || directory.departments().findByEmail(address).isPresent()
                || !people.listByEmail(address).isEmpty();
    }

    /** Whoever has an account reads his box with the same password. */
    @Override
    public boolean signsIn(String address, String given) {
        if (address.equals(platform)) {
            return password.equals(given);
        }
        return people.listByEmail(address).stream().anyMatch(person -> people.signIn(person.login(), given).isPresent());
    }
}
