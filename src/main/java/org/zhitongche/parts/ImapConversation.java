package org.zhitongche.parts;

import com.icegreen.greenmail.imap.ImapHostManager;
import com.icegreen.greenmail.imap.ImapRequestHandler;
import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.imap.ImapSessionState;
import com.icegreen.greenmail.imap.ProtocolException;
import com.icegreen.greenmail.server.ProtocolHandler;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.user.UserManager;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.Socket;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One IMAP connection: GreenMail understands the commands, this keeps its state. */
final class ImapConversation implements ProtocolHandler, ImapSession {

    private static final Logger LOG = LoggerFactory.getLogger(ImapConversation.class);
    private static final int BUFFER = 32 << 10;

    private final ImapRequestHandler commands = new ImapRequestHandler();
    private final Socket socket;
    private final Boxes boxes;
    private ImapSessionState state = ImapSessionState.NON_AUTHENTICATED;
    private GreenMailUser user;
    private ImapView selected;

    ImapConversation(Socket socket, Boxes boxes) {
        this.socket = socket;
        this.boxes = boxes;
    }

    @Override
    public void run() {
        try (socket;
                InputStream in = new BufferedInputStream(socket.getInputStream(), BUFFER);
                OutputStream out = new BufferedOutputStream(socket.getOutputStream(), BUFFER)) {
            new ImapResponse(out).okResponse(null, "IMAP4rev1 ready");
            while (!socket.isClosed() && commands.handleRequest(in, out, this)) {
                // the next one
            }
        } catch (IOException | ProtocolException gone) {
            LOG.debug("An IMAP client went away: {}", gone.getMessage());
        } catch (RuntimeException e) {
            // The client connects again and finds the folder as it is.
            LOG.warn("An IMAP connection was closed because of {}", e.toString());
        } finally {
            deselect();
        }
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void unsolicitedResponses(ImapResponse response) throws FolderException {
        unsolicitedResponses(response, false);
    }

    @Override
    public void unsolicitedResponses(ImapResponse response, boolean omitExpunged) throws FolderException {
        if (selected != null) {
            selected.tell(response, omitExpunged);
        }
    }

    @Override
    public void closeConnection() {
        close();
    }

    @Override
    public void closeConnection(String goodbye) {
        close();
    }

    @Override
    public ImapHostManager getHost() {
        return boxes.getImapHostManager();
    }

    @Override
    public UserManager getUserManager() {
        return boxes;
    }

    @Override
    public String getClientIP() {
        return socket.getInetAddress().getHostAddress();
    }

    @Override
    public ImapSessionState getState() {
        return state;
    }

    @Override
    public void setAuthenticated(GreenMailUser who) {
        state = ImapSessionState.AUTHENTICATED;
        user = who;
    }

    @Override
    public GreenMailUser getUser() {
        return user;
    }

    @Override
    public void setSelected(MailFolder folder, boolean readOnly) {
        selected = new ImapView((DiskFolder) folder, this, readOnly);
        state = ImapSessionState.SELECTED;
    }

    @Override
    public void deselect() {
        if (selected != null) {
            selected.deselect();
            selected = null;
            state = ImapSessionState.AUTHENTICATED;
        }
    }

    @Override
    public ImapSessionFolder getSelected() {
        return selected;
    }
}
