package org.zhitongche.parts;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserException;
import jakarta.mail.internet.MimeMessage;

/** The box of one address. GreenMail's folder names are parted by dots, so the address's own dots become commas there. */
record Box(String address, MailUsers users, ImapHostManager host) implements GreenMailUser {

    @Override
    public String getEmail() {
        return address;
    }

    @Override
    public String getLogin() {
        return address;
    }

    @Override
    public String getQualifiedMailboxName() {
        return address.replace('.', ',');
    }

    DiskFolder inbox() {
        try {
            return (DiskFolder) host.getInbox(this);
        } catch (FolderException e) {
            throw new IllegalStateException("The box of " + address + " has no INBOX: " + e.getMessage(), e);
        }
    }

    @Override
    public void create() {
        try {
            host.createPrivateMailAccount(this);
        } catch (FolderException e) {
            throw new IllegalStateException("The box of " + address + " cannot be created: " + e.getMessage(), e);
        }
    }

    @Override
    public void authenticate(String password) throws UserException {
        if (!users.signsIn(address, password)) {
            throw new UserException("User name or password is wrong");
        }
    }

    @Override
    public void deliver(MovingMessage mail) {
        deliver(mail.getMessage());
    }

    @Override
    public void deliver(MimeMessage mail) {
        inbox().store(mail);
    }

    @Override
    public void delete() {
        host.deletePrivateMailAccount(this);
    }

    @Override
    public String getPassword() {
        throw new UnsupportedOperationException("Passwords are checked, not kept");
    }

    @Override
    public void setPassword(String password) {
        throw new UnsupportedOperationException("Passwords are checked, not kept");
    }
}
