package dev.vireo.gateway.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;

/**
 * A folder of files that belongs to this process as long as it lives: a lock beside it says so to others who share the
 * parent, and who clear away what processes left that were killed.
 */
final class RangeFolder implements AutoCloseable {
    private static final String PREFIX = "ranges-";
    private static final String LOCK = ".lock";
    private static final int BUFFER = 64 * 1024;

    private static final FileAttribute<Set<PosixFilePermission>> OWNER_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));
    /** Closing any channel of a file gives up all locks that the process has on it, so its own are not tried. */
    private static final Set<Path> OWN = ConcurrentHashMap.newKeySet();

    private final Path folder;
    private final Path lockFile;
    private final FileChannel lock;
    private final AtomicLong names = new AtomicLong();
    private final AtomicLong bytes = new AtomicLong();

    private RangeFolder(Path folder, Path lockFile, FileChannel lock) {
        this.folder = folder;
        this.lockFile = lockFile;
        this.lock = lock;
    }

    /** A new, empty one below the parent. */
    static RangeFolder claim(Path parent) throws IOException {
        Path all = Files.createDirectories(parent).toRealPath();
        clearAbandoned(all);
        Path folder = all.resolve(PREFIX + UUID.randomUUID());
        Path lockFile = lockOf(folder);
        OWN.add(lockFile);
        // Before there is a folder: one without a lock would be nobody's.
        FileChannel lock = FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        RangeFolder claimed = new RangeFolder(folder, lockFile, lock);
        try {
            lock.lock();
            make(folder);
            return claimed;
        } catch (IOException unusable) {
            claimed.close();
            throw unusable;
        }
    }

    /** Writes exactly {@code length} bytes into a file that is whole or not there. */
    Path write(InputStream from, long length) throws IOException {
        Path file = folder.resolve(Long.toString(names.incrementAndGet()));
        boolean whole = false;
        bytes.addAndGet(length);
        try {
            // Again, when somebody tidied it away.
            if (Files.notExists(folder)) {
                make(folder);
            }
            try (OutputStream to = Files.newOutputStream(file, StandardOpenOption.CREATE_NEW)) {
                copy(from, to, length);
            }
            whole = true;
            return file;
        } finally {
            if (!whole) {
                bytes.addAndGet(-length);
                Files.deleteIfExists(file);
            }
        }
    }

    private static void copy(InputStream from, OutputStream to, long length) throws IOException {
        byte[] buffer = new byte[(int) Math.min(BUFFER, length)];
        for (long left = length; left > 0; ) {
            int read = from.read(buffer, 0, (int) Math.min(buffer.length, left));
            if (read < 0) {
                throw new EOFException("The object store sent less than it promised");
            }
            to.write(buffer, 0, read);
            left -= read;
        }
    }

    /** Removes a file of that length; who has it open reads on. */
    void delete(Path file, long length) throws IOException {
        Files.deleteIfExists(file);
        bytes.addAndGet(-length);
    }

    /** Where the files are. */
    Path path() {
        return folder;
    }

    /** Bytes of all files, those too that are being written. */
    long bytes() {
        return bytes.get();
    }

    @Override
    public void close() throws IOException {
        remove(folder);
        Files.deleteIfExists(lockFile);
        lock.close();
        OWN.remove(lockFile);
    }

    /** What is kept may be of a private video: nobody else may read it. */
    private static void make(Path folder) throws IOException {
        boolean posix = folder.getFileSystem().supportedFileAttributeViews().contains("posix");
        Files.createDirectories(Objects.requireNonNull(folder.getParent()));
        try {
            Files.createDirectory(folder, posix ? new FileAttribute<?>[] {OWNER_ALONE} : new FileAttribute<?>[0]);
        } catch (FileAlreadyExistsException another) {
            // Several fetches at once.
        }
    }

    private static Path lockOf(Path folder) {
        return folder.resolveSibling(Objects.requireNonNull(folder.getFileName()) + LOCK);
    }

    private static void clearAbandoned(Path parent) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(parent)) {
            folders = all.filter(path -> String.valueOf(path.getFileName()).startsWith(PREFIX))
                    .filter(path -> Files.exists(lockOf(path)) && !OWN.contains(lockOf(path)))
                    .toList();
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
        for (Path folder : folders) {
            try (FileChannel channel = FileChannel.open(lockOf(folder), StandardOpenOption.WRITE);
                    FileLock taken = channel.tryLock()) {
                if (taken != null) {
                    remove(folder);
                    Files.deleteIfExists(lockOf(folder));
                }
            } catch (IOException notOurs) {
                // Another process clears it away just now, or it belongs to another user.
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (UncheckedIOException unreadable) {
            throw unreadable.getCause();
        }
    }
}
