package dev.vireo.seeder.swarm;

import dev.vireo.seeder.wire.PeerMessage;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/** A line with one thread, on which tests take part. What is to happen later happens when a test says so. */
final class RecordingLine implements PeerLine, AutoCloseable {
    private final List<PeerMessage> sent = new CopyOnWriteArrayList<>();
    private final List<Runnable> later = new CopyOnWriteArrayList<>();
    private final ExecutorService thread = Executors.newSingleThreadExecutor();
    private volatile boolean writable = true;
    private volatile @Nullable CloseCause closed;

    List<PeerMessage> sent() {
        return List.copyOf(sent);
    }

    void writable(boolean now) {
        writable = now;
    }

    @Nullable
    CloseCause cause() {
        return closed;
    }

    /** How much waits for its time. */
    int waiting() {
        return later.size();
    }

    /** Lets all happen that waits for its time. */
    void passTime() {
        execute(() -> {
            List<Runnable> due = List.copyOf(later);
            later.clear();
            due.forEach(Runnable::run);
        });
    }

    @Override
    public void send(PeerMessage message) {
        sent.add(message);
    }

    @Override
    public boolean writable() {
        return writable;
    }

    @Override
    public void close(CloseCause cause) {
        if (closed == null) {
            closed = cause;
        }
    }

    @Override
    public void execute(Runnable step) {
        thread.execute(step);
    }

    @Override
    public void later(Duration pause, Runnable step) {
        later.add(step);
    }

    @Override
    public void close() {
        thread.close();
    }
}
