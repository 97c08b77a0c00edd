package dev.vireo.local.server;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * One real server as a child process. After {@link #start} it is healthy; after {@link #stop} or {@link #kill9} no
 * process of it is left; starting again uses the same ports and data.
 */
public abstract class LocalServer {
    private final String name;
    private final DataFolder data;
    private final List<Port> ports;
    private volatile @Nullable ServerProcess process;
    private volatile IntConsumer crashListener = code -> {};
    private volatile Duration lastStart = Duration.ZERO;

    protected LocalServer(String name, DataFolder data, List<Port> ports) {
        this.name = name;
        this.data = data;
        this.ports = List.copyOf(ports);
    }

    /** The name in messages, settings and file names. */
    public final String name() {
        return name;
    }

    /** Where its output goes. */
    public final Path log() {
        return data.log(name);
    }

    /** All ports it listens on, the main one first. */
    public final List<Port> ports() {
        return ports;
    }

    /** How long the last start took until healthy. */
    public final Duration lastStart() {
        return lastStart;
    }

    /** Ends an orphan of an earlier run, and refuses ports that another program holds. */
    public final synchronized void clearTheWay() {
        Orphans.end(data, List.of(name), line -> {});
        endForeignOrphan();
        ports.forEach(port -> port.requireFree(name));
    }

    /** Clears the way, starts the child and returns when it is healthy. */
    public final synchronized void start() {
        if (isRunning()) {
            return;
        }
        long begin = System.nanoTime();
        clearTheWay();
        ServerProcess started = ServerProcess.start(name, prepare(), data);
        process = started;
        started.awaitHealthy(this::isHealthy, startLimit());
        afterStart();
        lastStart = Duration.ofNanos(System.nanoTime() - begin);
        Thread.ofVirtual().start(() -> exited(started, started.exit().join()));
    }

    private void exited(ServerProcess ended, int code) {
        if (process == ended) {
            crashListener.accept(code);
        }
    }

    /** Tells the exit code of a child that ended although nobody stopped it. */
    public final void whenCrashed(IntConsumer listener) {
        crashListener = listener;
    }

    /** Asks it to stop, waits, then kills it with everything it started. */
    public final synchronized void stop() {
        ServerProcess running = process;
        if (running != null) {
            process = null;
            running.stop(() -> requestStop(running.handle()), stopLimit());
        }
    }

    /** Kills it as a crash would: no warning, no clean-up. */
    public final synchronized void kill9() {
        ServerProcess running = process;
        if (running != null) {
            process = null;
            running.kill();
        }
    }

    /** Whether the child process lives. */
    public final boolean isRunning() {
        ServerProcess running = process;
        return running != null && running.isAlive();
    }

    /** Completes with the exit code when the child ends, for whatever reason. */
    public final CompletableFuture<Integer> exit() {
        ServerProcess running = process;
        return running == null ? CompletableFuture.completedFuture(-1) : running.exit();
    }

    /** Process ids of the child and of what it started. */
    public final List<Long> pids() {
        ServerProcess running = process;
        return running == null ? List.of() : running.pids();
    }

    /** Lays out files and says how to start; called before every start. */
    protected abstract ServerCommand prepare();

    /** Whether it answers requests now; called repeatedly during the start. */
    protected abstract boolean isHealthy();

    /** Work to be done once it is healthy, such as creating databases. */
    protected void afterStart() {}

    /** Ends an orphan that the server's own files tell of. */
    protected void endForeignOrphan() {}

    /** TERM, unless the server knows a better signal. */
    protected void requestStop(ProcessHandle running) {
        running.destroy();
    }

    /** How long a start may take. */
    protected Duration startLimit() {
        return Duration.ofMinutes(2);
    }

    /** How long a stop may take before it becomes a kill. */
    protected Duration stopLimit() {
        return Duration.ofSeconds(10);
    }

    /** The folder for this server's data. */
    protected final Path folder() {
        return data.of(name);
    }
}
