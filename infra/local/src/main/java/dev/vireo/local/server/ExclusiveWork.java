package dev.vireo.local.server;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.ConcurrentHashMap;

/** Preparing work that no two processes, nor two threads, may do at once; the work says itself whether it is still due. */
public final class ExclusiveWork {
    private static final ConcurrentHashMap<Path, Object> IN_THIS_JVM = new ConcurrentHashMap<>();

    private ExclusiveWork() {}

    /** What is to be done. */
    @FunctionalInterface
    public interface Work {
        /** Does it. */
        void run() throws IOException;
    }

    /** Waits for the lock, then works. */
    public static void run(Path lockFile, Work work) {
        synchronized (IN_THIS_JVM.computeIfAbsent(lockFile.toAbsolutePath().normalize(), path -> new Object())) {
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (lock.isValid()) {
                    work.run();
                }
            } catch (IOException e) {
                throw new ServerException("Preparing " + lockFile.getParent() + " failed: " + e.getMessage() + ".", e);
            }
        }
    }
}
