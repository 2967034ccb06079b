package org.zhitongche.parts;

import com.icegreen.greenmail.imap.ImapHostManagerImpl;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The boxes of the mail server. Those of its own domain must be known; any other domain is taken to be local too. */
final class Boxes extends UserManager {

    private static final Pattern ADDRESS = Pattern.compile("[\\w.+=~!#$&'*/?^`{|}-]{1,64}@[\\w.-]{1,180}", Pattern.UNICODE_CHARACTER_CLASS);

    private final Map<String, Box> boxes = new ConcurrentHashMap<>();
    private final MailUsers users;
    private final String domain;

    Boxes(Store store, MailUsers users, String domain) {
        super(new OwnBoxOnly(store));
        this.users = users;
        this.domain = domain;
    }

    String domain() {
        return domain;
    }

    /** The box that takes mail for this address; empty when it is no address, or one of our domain that nobody has. */
    Optional<Box> findBox(String given) {
        String address = given.strip().toLowerCase(Locale.ROOT);
        if (!ADDRESS.matcher(address).matches() || address.endsWith("@" + domain) && !users.hasBox(address)) {
            return Optional.empty();
        }
        return Optional.of(boxes.computeIfAbsent(address, this::open));
    }

    private Box open(String address) {
        Box box = new Box(address, users, getImapHostManager());
        if (getImapHostManager().getFolder(box, "") == null) {
            box.create();
        }
        return box;
    }

    @Override
    public boolean test(String login, String password) {
        String address = login.strip().toLowerCase(Locale.ROOT);
        return !password.isEmpty() && ADDRESS.matcher(address).matches() && users.signsIn(address, password);
    }

    /** Asked after {@link #test}: who signs in has a box. */
    @Override
    public GreenMailUser getUser(String login) {
        String address = login.strip().toLowerCase(Locale.ROOT);
        return boxes.computeIfAbsent(address, this::open);
    }

    /** GreenMail lets a signed-in client name a folder from the root, and so read any other box. */
    private static final class OwnBoxOnly extends ImapHostManagerImpl {

        OwnBoxOnly(Store store) {
            super(store);
        }

        private static boolean isForeign(String name) {
            return name.startsWith("#");
        }

        private static void requireOwn(String name) throws FolderException {
            if (isForeign(name)) {
                throw new FolderException("There is no folder " + name);
            }
        }

        @Override
        public MailFolder getFolder(GreenMailUser user, String name) {
            return isForeign(name) ? null : super.getFolder(user, name);
        }

        @Override
        public MailFolder createMailbox(GreenMailUser user, String name) throws FolderException {
            requireOwn(name);
            return super.createMailbox(user, name);
        }

        @Override
        public void renameMailbox(GreenMailUser user, String from, String to) throws FolderException {
            requireOwn(from);
            requireOwn(to);
            super.renameMailbox(user, from, to);
        }

        @Override
        public Collection<MailFolder> listMailboxes(GreenMailUser user, String pattern) throws FolderException {
            return isForeign(pattern) ? List.of() : super.listMailboxes(user, pattern);
        }

        @Override
        public Collection<MailFolder> listSubscribedMailboxes(GreenMailUser user, String pattern) throws FolderException {
            return isForeign(pattern) ? List.of() : super.listSubscribedMailboxes(user, pattern);
        }
    }
}
