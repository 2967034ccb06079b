package org.zhitongche.parts;

import jakarta.mail.Flags;
import jakarta.mail.MessagingException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One mail in a folder: a file whose name tells its UID, when it was received (epoch milliseconds) and its flags. */
final class StoredMail {

    private static final Pattern NAME = Pattern.compile("(\\d+)-(\\d+)-([A-Z]*)\\.eml");
    private static final Map<Character, Flags.Flag> LETTERS = new LinkedHashMap<>();

    static {
        LETTERS.put('S', Flags.Flag.SEEN);
        LETTERS.put('R', Flags.Flag.ANSWERED);
        LETTERS.put('F', Flags.Flag.FLAGGED);
        LETTERS.put('X', Flags.Flag.DRAFT);
        LETTERS.put('D', Flags.Flag.DELETED);
    }

    private final DiskFolder folder;
    private final long uid;
    private final Instant received;
    private final Flags flags;
    private SoftReference<DiskMessage> message = new SoftReference<>(null);

    StoredMail(DiskFolder folder, long uid, Instant received, Flags flags) {
        this.folder = folder;
        this.uid = uid;
        this.received = received;
        this.flags = new Flags(flags);
    }

    static Optional<StoredMail> find(DiskFolder folder, Path file) {
        Matcher name = NAME.matcher(file.getFileName().toString());
        if (!name.matches()) {
            return Optional.empty();
        }
        Flags flags = new Flags();
        name.group(3).chars().mapToObj(letter -> LETTERS.get((char) letter)).filter(flag -> flag != null).forEach(flags::add);
        return Optional.of(new StoredMail(folder, Long.parseLong(name.group(1)),
                Instant.ofEpochMilli(Long.parseLong(name.group(2))), flags));
    }

    long uid() {
        return uid;
    }

    Instant received() {
        return received;
    }

    synchronized Path file() {
        StringBuilder letters = new StringBuilder();
        LETTERS.forEach((letter, flag) -> {
            if (flags.contains(flag)) {
                letters.append(letter);
            }
        });
        return folder.directory().resolve(uid + "-" + received.toEpochMilli() + "-" + letters + ".eml");
    }

    synchronized Flags flags() {
        return new Flags(flags);
    }

    synchronized boolean is(Flags.Flag flag) {
        return flags.contains(flag);
    }

    synchronized void setFlags(Flags changed, boolean value) {
        Path before = file();
        if (value) {
            flags.add(changed);
        } else {
            flags.remove(changed);
        }
        Path after = file();
        if (!before.equals(after)) {
            rename(before, after);
        }
    }

    private static void rename(Path before, Path after) {
        try {
            Files.move(before, after, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    synchronized DiskMessage message() {
        DiskMessage known = message.get();
        if (known == null) {
            known = new DiskMessage(this);
            message = new SoftReference<>(known);
        }
        return known;
    }

    synchronized DiskMime open() {
        try {
            return new DiskMime(this, file());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (MessagingException e) {
            throw new IllegalStateException("The headers of " + file() + " cannot be read: " + e.getMessage(), e);
        }
    }
}
