package org.zhitongche.parts;

import com.icegreen.greenmail.foedus.util.MsgRangeFilter;
import com.icegreen.greenmail.imap.commands.IdRange;
import com.icegreen.greenmail.mail.MovingMessage;
import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.FolderListener;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import jakarta.mail.Flags;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.search.SearchTerm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;

/**
 * A folder of the mail server: a directory with a file a mail. UIDs and UIDVALIDITY live in a file beside them, so that a
 * mail keeps its identity over restarts and a UID is never given twice.
 */
final class DiskFolder implements MailFolder {

    private static final String UIDS = "uids";
    private static final int UIDS_AT_A_TIME = 100;
    private static final Flags SYSTEM = systemFlags();

    private final DiskStore store;
    private final Map<String, DiskFolder> children = new ConcurrentSkipListMap<>(String.CASE_INSENSITIVE_ORDER);
    private final NavigableMap<Long, StoredMail> mails = new TreeMap<>();
    private final Set<ImapView> views = ConcurrentHashMap.newKeySet();
    private final List<FolderListener> waiting = new CopyOnWriteArrayList<>();
    private DiskFolder parent;
    private String name;
    private long uidValidity;
    private long nextUid = 1;
    private long reservedUids = 1;
    private long removals;

    DiskFolder(DiskStore store, DiskFolder parent, String name) {
        this.store = store;
        this.parent = parent;
        this.name = name;
    }

    // ---- on disk

    Path directory() {
        return parent == null ? store.boxes() : parent.directory().resolve(Disk.encode(name));
    }

    private Path uids() {
        return directory().resolve(UIDS);
    }

    /** Reads the directory: the mails by their file names, the folders below by theirs. */
    synchronized void load() throws IOException {
        if (Files.exists(uids())) {
            String[] kept = Files.readString(uids()).trim().split(" ");
            uidValidity = Long.parseLong(kept[0]);
            nextUid = Long.parseLong(kept[1]);
            reservedUids = nextUid;
        }
        try (Stream<Path> files = Files.list(directory())) {
            for (Path each : (Iterable<Path>) files::iterator) {
                if (Files.isDirectory(each)) {
                    child(Disk.decode(each.getFileName().toString())).load();
                } else {
                    StoredMail.find(this, each).ifPresent(mail -> mails.put(mail.uid(), mail));
                }
            }
        }
    }

    synchronized void makeSelectable() throws IOException {
        if (uidValidity == 0) {
            uidValidity = store.newUidValidity();
            keepUids(nextUid);
        }
    }

    private void keepUids(long upTo) throws IOException {
        Disk.replace(uids(), uidValidity + " " + upTo + "\n");
        reservedUids = upTo;
    }

    /** UIDs are put aside a hundred at a time; a kill wastes the rest of them, which is allowed. */
    private long takeUid() throws IOException {
        if (nextUid >= reservedUids) {
            keepUids(nextUid + UIDS_AT_A_TIME);
        }
        return nextUid++;
    }

    synchronized void close() throws IOException {
        if (uidValidity != 0 && reservedUids != nextUid) {
            keepUids(nextUid);
        }
    }

    /** Takes in a mail whose file is complete and synced; when this returns, the mail is safe. */
    synchronized long add(Path file, Instant received, Flags flags) {
        try {
            long uid = link(file, received, flags);
            Disk.syncDirectory(directory());
            return uid;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A copy within the box: the first one is still there, and is deleted only after {@link DiskStore#syncCopies}. */
    private synchronized long addCopy(StoredMail from) throws IOException {
        long uid = link(from.file(), from.received(), from.flags());
        store.keepInMind(this);
        return uid;
    }

    private long link(Path file, Instant received, Flags flags) throws IOException {
        StoredMail mail = new StoredMail(this, takeUid(), received, flags);
        Disk.link(file, mail.file());
        arrived(mail);
        return mail.uid();
    }

    private void arrived(StoredMail mail) {
        mail.setFlags(new Flags(Flags.Flag.RECENT), true);
        mails.put(mail.uid(), mail);
        int count = mails.size();
        store.later(() -> waiting.forEach(each -> each.added(count)));
    }

    private synchronized long takeOver(StoredMail from) throws IOException {
        Flags flags = from.flags();
        flags.remove(Flags.Flag.DELETED);
        StoredMail mail = new StoredMail(this, takeUid(), from.received(), flags);
        Files.move(from.file(), mail.file(), StandardCopyOption.ATOMIC_MOVE);
        arrived(mail);
        store.keepInMind(this);
        return mail.uid();
    }

    private synchronized void remove(Collection<StoredMail> gone) {
        try {
            store.syncCopies();
            for (StoredMail mail : gone) {
                Files.deleteIfExists(mail.file());
                forget(mail.uid());
            }
            if (!gone.isEmpty()) {
                Disk.syncDirectory(directory());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private synchronized void forget(long uid) {
        mails.remove(uid);
        removals++;
    }

    // ---- the tree

    DiskFolder child(String childName) {
        return children.computeIfAbsent(childName, missing -> new DiskFolder(store, this, missing));
    }

    DiskFolder findChild(String childName) {
        return children.get(childName);
    }

    Collection<DiskFolder> children() {
        return children.values();
    }

    DiskFolder parent() {
        return parent;
    }

    void deleteDirectory() throws IOException {
        store.syncCopies();
        Files.deleteIfExists(uids());
        Files.delete(directory());
        parent.children.remove(name);
        Disk.syncDirectory(parent.directory());
    }

    void moveTo(DiskFolder newParent, String newName) throws IOException {
        store.syncCopies();
        Files.move(directory(), newParent.directory().resolve(Disk.encode(newName)), StandardCopyOption.ATOMIC_MOVE);
        parent.children.remove(name);
        parent = newParent;
        name = newName;
        newParent.children.put(newName, this);
        Disk.syncDirectory(newParent.directory());
    }

    // ---- for the sessions that have it open

    synchronized void open(ImapView view) {
        views.add(view);
        view.show(new ArrayList<>(mails.values()), nextUid, removals);
    }

    void leave(ImapView view) {
        views.remove(view);
    }

    synchronized List<StoredMail> since(long uid) {
        return new ArrayList<>(mails.tailMap(uid).values());
    }

    synchronized long removals() {
        return removals;
    }

    synchronized boolean has(long uid) {
        return mails.containsKey(uid);
    }

    private StoredMail mail(long uid) throws FolderException {
        synchronized (this) {
            StoredMail mail = mails.get(uid);
            if (mail != null) {
                return mail;
            }
        }
        throw new FolderException("Message " + uid + " is no longer in " + name);
    }

    // ---- what GreenMail asks

    @Override
    public String getName() {
        return name;
    }

    @Override
    public String getFullName() {
        return parent == null ? name : parent.getFullName() + DiskStore.DELIMITER + name;
    }

    private static Flags systemFlags() {
        Flags flags = new Flags();
        Stream.of(Flags.Flag.ANSWERED, Flags.Flag.DELETED, Flags.Flag.DRAFT, Flags.Flag.FLAGGED, Flags.Flag.SEEN).forEach(flags::add);
        return flags;
    }

    @Override
    public Flags getAvailableFlags() {
        return SYSTEM;
    }

    @Override
    public Flags getPermanentFlags() {
        return SYSTEM;
    }

    @Override
    public synchronized int getMessageCount() {
        return mails.size();
    }

    @Override
    public synchronized int getRecentCount(boolean reset) {
        List<StoredMail> recent = mails.values().stream().filter(mail -> mail.is(Flags.Flag.RECENT)).toList();
        if (reset) {
            recent.forEach(mail -> mail.setFlags(new Flags(Flags.Flag.RECENT), false));
        }
        return recent.size();
    }

    @Override
    public synchronized long getUidValidity() {
        return uidValidity;
    }

    @Override
    public synchronized long getUIDNext() {
        return nextUid;
    }

    @Override
    public synchronized int getFirstUnseen() {
        int number = 1;
        for (StoredMail mail : mails.values()) {
            if (!mail.is(Flags.Flag.SEEN)) {
                return number;
            }
            number++;
        }
        return -1;
    }

    @Override
    public synchronized int getUnseenCount() {
        return (int) mails.values().stream().filter(mail -> !mail.is(Flags.Flag.SEEN)).count();
    }

    @Override
    public synchronized boolean isSelectable() {
        return uidValidity != 0;
    }

    @Override
    public long appendMessage(MimeMessage message, Flags flags, Date received) {
        try {
            Path file = store.receive(message::writeTo);
            try {
                return add(file, received.toInstant(), flags);
            } finally {
                Files.deleteIfExists(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void store(MovingMessage mail) {
        store(mail.getMessage());
    }

    @Override
    public void store(MimeMessage mail) {
        appendMessage(mail, new Flags(), Date.from(store.now()));
    }

    @Override
    public long copyMessage(long uid, MailFolder to) throws FolderException {
        try {
            return ((DiskFolder) to).addCopy(mail(uid));
        } catch (IOException e) {
            throw new FolderException(e);
        }
    }

    @Override
    public long moveMessage(long uid, MailFolder to) throws FolderException {
        try {
            long newUid = ((DiskFolder) to).takeOver(mail(uid));
            forget(uid);
            return newUid;
        } catch (IOException e) {
            throw new FolderException(e);
        }
    }

    @Override
    public void deleteAllMessages() {
        remove(since(0));
    }

    @Override
    public void expunge() {
        expunge(null);
    }

    @Override
    public void expunge(IdRange[] ranges) {
        remove(since(0).stream().filter(mail -> mail.is(Flags.Flag.DELETED))
                .filter(mail -> ranges == null || IdRange.containsUid(ranges, mail.uid())).toList());
    }

    @Override
    public void setFlags(Flags flags, boolean value, long uid, FolderListener silent, boolean addUid) throws FolderException {
        mail(uid).setFlags(flags, value);
        tellOthers(uid, silent);
    }

    @Override
    public void replaceFlags(Flags flags, long uid, FolderListener silent, boolean addUid) throws FolderException {
        StoredMail mail = mail(uid);
        mail.setFlags(mail.flags(), false);
        mail.setFlags(flags, true);
        tellOthers(uid, silent);
    }

    private void tellOthers(long uid, FolderListener silent) {
        views.stream().filter(view -> view != silent).forEach(view -> view.flagsChanged(uid));
    }

    @Override
    public StoredMessage getMessage(long uid) {
        try {
            return mail(uid).message();
        } catch (FolderException gone) {
            return null;
        }
    }

    @Override
    public long[] getMessageUids() {
        return since(0).stream().mapToLong(StoredMail::uid).toArray();
    }

    @Override
    public long[] search(SearchTerm term) {
        return since(0).stream().filter(mail -> term.match(mail.message().getMimeMessage())).mapToLong(StoredMail::uid).toArray();
    }

    @Override
    public int getMsn(long uid) throws FolderException {
        mail(uid);
        synchronized (this) {
            return mails.headMap(uid, true).size();
        }
    }

    @Override
    public List<StoredMessage> getMessages() {
        return since(0).stream().<StoredMessage>map(StoredMail::message).toList();
    }

    @Override
    public List<StoredMessage> getMessages(MsgRangeFilter range) {
        List<StoredMessage> all = getMessages();
        return Stream.iterate(0, i -> i < all.size(), i -> i + 1).filter(range::includes).map(all::get).toList();
    }

    @Override
    public List<StoredMessage> getNonDeletedMessages() {
        return getMessages().stream().filter(message -> !message.isSet(Flags.Flag.DELETED)).toList();
    }

    @Override
    public void signalDeletion() {
        views.forEach(ImapView::mailboxDeleted);
    }

    /** Open folders come through {@link #open}; who waits in IDLE comes here. */
    @Override
    public void addListener(FolderListener listener) {
        if (!(listener instanceof ImapView)) {
            waiting.add(listener);
        }
    }

    @Override
    public void removeListener(FolderListener listener) {
        waiting.remove(listener);
    }
}
