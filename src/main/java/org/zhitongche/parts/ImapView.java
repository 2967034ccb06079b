package org.zhitongche.parts;

import com.icegreen.greenmail.imap.ImapResponse;
import com.icegreen.greenmail.imap.ImapSession;
import com.icegreen.greenmail.imap.ImapSessionFolder;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MessageFlags;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import jakarta.mail.search.SearchTerm;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A folder as one IMAP session has been told it is. GreenMail's session counts messages in the shared folder, so that another
 * session's deletion shifts the numbers under this one's commands: a mail could be filed away unread. Here they only shift
 * when this session has been told.
 */
final class ImapView extends ImapSessionFolder {

    private final DiskFolder folder;
    private final Set<Long> changedFlags = ConcurrentHashMap.newKeySet();
    private List<StoredMail> visible;
    private long nextUid;
    private long removalsSeen;

    ImapView(DiskFolder folder, ImapSession session, boolean readOnly) {
        super(folder, session, readOnly);
        this.folder = folder;
        folder.open(this);
    }

    void show(List<StoredMail> mails, long upTo, long removals) {
        visible = mails;
        nextUid = upTo;
        removalsSeen = removals;
    }

    @Override
    public void deselect() {
        folder.leave(this);
        super.deselect();
    }

    void flagsChanged(long uid) {
        changedFlags.add(uid);
    }

    /** Tells the client what has happened since it was last told; from then on the numbers are the new ones. */
    void tell(ImapResponse response, boolean withoutExpunged) throws FolderException {
        if (!withoutExpunged) {
            tellRemoved(response);
        }
        tellAdded(response);
        tellFlags(response);
    }

    private void tellRemoved(ImapResponse response) {
        long removals = folder.removals();
        if (removals == removalsSeen) {
            return;
        }
        List<StoredMail> left = new ArrayList<>(visible.size());
        for (StoredMail mail : visible) {
            if (folder.has(mail.uid())) {
                left.add(mail);
            } else {
                response.expungeResponse(left.size() + 1);
            }
        }
        visible = left;
        removalsSeen = removals;
    }

    private void tellAdded(ImapResponse response) {
        List<StoredMail> added = folder.since(nextUid);
        if (!added.isEmpty()) {
            visible.addAll(added);
            nextUid = added.get(added.size() - 1).uid() + 1;
            response.existsResponse(visible.size());
            response.recentResponse(getRecentCount(!isReadonly()));
        }
    }

    private void tellFlags(ImapResponse response) throws FolderException {
        for (Iterator<Long> uids = changedFlags.iterator(); uids.hasNext();) {
            long uid = uids.next();
            uids.remove();
            int index = indexOf(uid);
            if (index >= 0) {
                response.fetchResponse(index + 1,
                        "FLAGS " + MessageFlags.format(visible.get(index).flags()) + " UID " + uid);
            }
        }
    }

    /** UIDs ascend, so a mail is found by halving. */
    private int indexOf(long uid) {
        int low = 0;
        int high = visible.size() - 1;
        while (low <= high) {
            int middle = (low + high) >>> 1;
            long found = visible.get(middle).uid();
            if (found == uid) {
                return middle;
            }
            if (found < uid) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return -1;
    }

    @Override
    public int getMsn(long uid) throws FolderException {
        int index = indexOf(uid);
        if (index < 0) {
            throw new FolderException("No message with UID " + uid + " in " + getName());
        }
        return index + 1;
    }

    @Override
    public int getMessageCount() {
        return visible.size();
    }

    @Override
    public long[] getMessageUids() {
        return visible.stream().mapToLong(StoredMail::uid).toArray();
    }

    @Override
    public StoredMessage getMessage(long uid) {
        int index = indexOf(uid);
        return index < 0 ? null : visible.get(index).message();
    }

    @Override
    public List<StoredMessage> getMessages() {
        return visible.stream().<StoredMessage>map(StoredMail::message).toList();
    }

    @Override
    public int getFirstUnseen() {
        for (int i = 0; i < visible.size(); i++) {
            if (!visible.get(i).is(Flags.Flag.SEEN)) {
                return i + 1;
            }
        }
        return -1;
    }

    @Override
    public long[] search(SearchTerm term) {
        List<Long> found = new ArrayList<>();
        for (int i = 0; i < visible.size(); i++) {
            StoredMail mail = visible.get(i);
            if (folder.has(mail.uid()) && matches(mail, i + 1, term)) {
                found.add(mail.uid());
            }
        }
        return found.stream().mapToLong(Long::longValue).toArray();
    }

    private static boolean matches(StoredMail mail, int number, SearchTerm term) {
        DiskMessage message = mail.message();
        message.updateMessageNumber(number);
        return term.match(message.getMimeMessage());
    }

    @Override
    public long getUIDValidity() throws MessagingException {
        return folder.getUidValidity();
    }

    // GreenMail's own bookkeeping of changes is not used: tell() compares instead.

    @Override
    public void added(int number) {
        // see tell()
    }

    @Override
    public void expunged(int number) {
        // see tell()
    }

    @Override
    public void flagsUpdated(int number, Flags flags, Long uid) {
        // see tell()
    }
}
