package dev.vireo.local;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.Orphans;
import dev.vireo.local.server.OwnedFolders;
import dev.vireo.local.server.ServerException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.jspecify.annotations.Nullable;

/** Makes one platform the only one on its data folder, and clears away what a killed one left running there. */
final class DataLock implements AutoCloseable {
    private static final String FILE = "platform.lock";

    private final FileChannel channel;

    private DataLock(FileChannel channel) {
        this.channel = channel;
    }

    static DataLock take(DataFolder data, boolean fresh, PrintStream out) {
        try {
            FileChannel channel =
                    FileChannel.open(data.root().resolve(FILE), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (tryLock(channel) == null) {
                channel.close();
                throw new ServerException("Another platform runs on " + data.root()
                        + ": stop it, or choose another folder with --data DIR and other ports with --port.");
            }
            Orphans.end(data, out::println);
            if (fresh) {
                empty(data.root());
            }
            return new DataLock(channel);
        } catch (IOException e) {
            throw new ServerException("The folder " + data.root() + " cannot be used: " + e.getMessage() + ".", e);
        }
    }

    private static @Nullable FileLock tryLock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void empty(Path root) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(root)) {
            for (Path entry : entries) {
                if (!FILE.equals(String.valueOf(entry.getFileName()))) {
                    OwnedFolders.delete(entry);
                }
            }
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
