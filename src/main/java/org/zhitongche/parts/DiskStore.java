package org.zhitongche.parts;

import com.icegreen.greenmail.store.FolderException;
import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.Store;
import jakarta.mail.MessagingException;
import jakarta.mail.Quota;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Set;
import java.util.StringTokenizer;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;

/** GreenMail's store of folders, kept on disk where GreenMail's own keeps it in memory. */
final class DiskStore implements Store {

    static final char DELIMITER = '.';
    private static final String ROOT = "#mail";
    private static final int BUFFER = 64 << 10;

    private final Path boxes;
    private final Path incoming;
    private final InstantSource clock;
    private final DiskFolder root = new DiskFolder(this, null, ROOT);
    private final ExecutorService announcer = Executors.newSingleThreadExecutor(DiskStore::daemon);
    private final Set<DiskFolder> unsynced = ConcurrentHashMap.newKeySet();
    private long lastUidValidity;

    DiskStore(Path directory, InstantSource clock) {
        this.boxes = directory.resolve("boxes");
        this.incoming = directory.resolve("incoming");
        this.clock = clock;
    }

    /** What writes a mail to a stream. */
    interface Content {
        void writeTo(OutputStream out) throws IOException, MessagingException;
    }

    /** What lies in incoming was never answered with 250, so its sender has it still. */
    void load() throws IOException {
        Files.createDirectories(boxes);
        Files.createDirectories(incoming);
        try (Stream<Path> unfinished = Files.list(incoming)) {
            for (Path each : (Iterable<Path>) unfinished::iterator) {
                Files.delete(each);
            }
        }
        root.load();
        all(root).forEach(folder -> lastUidValidity = Math.max(lastUidValidity, folder.getUidValidity()));
    }

    void close() throws IOException {
        announcer.shutdownNow();
        for (DiskFolder each : all(root)) {
            each.close();
        }
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "mail-announcer");
        thread.setDaemon(true);
        return thread;
    }

    /** Telling a waiting client of a new mail must not keep up the delivery of the next one. */
    void later(Runnable announcement) {
        announcer.execute(announcement);
    }

    Path boxes() {
        return boxes;
    }

    Instant now() {
        return clock.instant();
    }

    synchronized long newUidValidity() {
        lastUidValidity = Math.max(lastUidValidity + 1, clock.instant().getEpochSecond());
        return lastUidValidity;
    }

    /** Writes a mail to a file of its own and syncs it; whoever asked deletes the file. */
    Path receive(Content content) throws IOException {
        Path file = incoming.resolve(UUID.randomUUID().toString());
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                OutputStream out = new BufferedOutputStream(Channels.newOutputStream(channel), BUFFER)) {
            content.writeTo(out);
            out.flush();
            channel.force(true);
            return file;
        } catch (IOException | MessagingException | RuntimeException e) {
            Files.deleteIfExists(file);
            throw e instanceof IOException failure ? failure : new IOException(e);
        }
    }

    void keepInMind(DiskFolder withCopies) {
        unsynced.add(withCopies);
    }

    /** Moving a hundred mails is a hundred copies and one deletion of all: one sync serves them. */
    void syncCopies() throws IOException {
        for (Iterator<DiskFolder> each = unsynced.iterator(); each.hasNext();) {
            DiskFolder folder = each.next();
            each.remove();
            Disk.syncDirectory(folder.directory());
        }
    }

    private static List<DiskFolder> all(DiskFolder folder) {
        List<DiskFolder> all = new ArrayList<>(List.of(folder));
        folder.children().forEach(child -> all.addAll(all(child)));
        return all;
    }

    @Override
    public DiskFolder getMailbox(String fullName) {
        StringTokenizer names = new StringTokenizer(fullName, String.valueOf(DELIMITER));
        if (!names.hasMoreTokens() || !names.nextToken().equalsIgnoreCase(ROOT)) {
            return null;
        }
        DiskFolder folder = root;
        while (folder != null && names.hasMoreTokens()) {
            folder = folder.findChild(names.nextToken());
        }
        return folder;
    }

    @Override
    public MailFolder getMailbox(MailFolder parent, String name) {
        return ((DiskFolder) parent).findChild(name);
    }

    @Override
    public Collection<MailFolder> getChildren(MailFolder parent) {
        return List.copyOf(((DiskFolder) parent).children());
    }

    @Override
    public MailFolder createMailbox(MailFolder parent, String name, boolean selectable) throws FolderException {
        try {
            DiskFolder folder = ((DiskFolder) parent).child(name);
            Files.createDirectories(folder.directory());
            Disk.syncDirectory(folder.parent().directory());
            if (selectable) {
                folder.makeSelectable();
            }
            return folder;
        } catch (IOException e) {
            throw new FolderException(e);
        }
    }

    @Override
    public MailFolder setSelectable(MailFolder folder, boolean selectable) {
        return folder;
    }

    @Override
    public void deleteMailbox(MailFolder folder) throws FolderException {
        DiskFolder gone = (DiskFolder) folder;
        if (!gone.children().isEmpty() || gone.getMessageCount() != 0) {
            throw new FolderException("Folder " + folder.getName() + " is not empty");
        }
        try {
            gone.deleteDirectory();
        } catch (IOException e) {
            throw new FolderException(e);
        }
    }

    @Override
    public void renameMailbox(MailFolder folder, String newName) throws FolderException {
        DiskFolder moved = (DiskFolder) folder;
        DiskFolder newParent = boxOf(moved);
        String[] names = newName.split("\\" + DELIMITER);
        for (int i = 0; i < names.length - 1; i++) {
            newParent = newParent.findChild(names[i]);
            if (newParent == null || newParent == moved) {
                throw new FolderException("There is no folder " + names[i] + " to rename " + folder.getName() + " into");
            }
        }
        try {
            moved.moveTo(newParent, names[names.length - 1]);
        } catch (IOException e) {
            throw new FolderException(e);
        }
    }

    private DiskFolder boxOf(DiskFolder folder) {
        DiskFolder box = folder;
        while (box.parent() != root) {
            box = box.parent();
        }
        return box;
    }

    /** As GreenMail's own store: a wildcard stands only at the end of the pattern. */
    @Override
    public Collection<MailFolder> listMailboxes(String pattern) throws FolderException {
        int last = pattern.length() - 1;
        boolean deep = pattern.indexOf('*') == last;
        if (!deep && pattern.indexOf('%') != last) {
            MailFolder exact = pattern.matches(".*[*%].*") ? null : getMailbox(pattern);
            return exact == null ? List.of() : List.of(exact);
        }
        int cut = pattern.lastIndexOf(DELIMITER);
        DiskFolder base = cut < 0 ? root : getMailbox(pattern.substring(0, cut));
        String prefix = pattern.substring(cut + 1, last);
        List<MailFolder> found = new ArrayList<>();
        for (DiskFolder child : base == null ? List.<DiskFolder>of() : base.children()) {
            if (child.getName().startsWith(prefix)) {
                found.addAll(deep ? all(child) : List.of(child));
            }
        }
        return found;
    }

    @Override
    public Quota[] getQuota(String quotaRoot, String prefix, boolean includeDefault) {
        return new Quota[0];
    }

    @Override
    public void setQuota(Quota quota, String prefix) {
        throw new UnsupportedOperationException("There are no quotas here");
    }

    @Override
    public void deleteQuota(String prefix) {
        // there are none
    }

    @Override
    public boolean isQuotaSupported() {
        return false;
    }

    @Override
    public void setQuotaSupported(boolean supported) {
        throw new UnsupportedOperationException("There are no quotas here");
    }
}
