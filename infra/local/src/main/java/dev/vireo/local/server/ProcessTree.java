package dev.vireo.local.server;

import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Ends a process together with everything it started. */
final class ProcessTree {
    private static final Duration AFTER_KILL = Duration.ofSeconds(10);

    private ProcessTree() {}

    /** Asks by the given request, waits, then kills what is left of the tree. */
    static void end(ProcessHandle root, Runnable request, Duration patience) {
        end(List.of(root), asked -> request.run(), patience);
    }

    /** Asks all, waits for all at once, then kills what is left of their trees. */
    static void end(Collection<ProcessHandle> roots, Consumer<ProcessHandle> request, Duration patience) {
        List<ProcessHandle> trees =
                roots.stream().flatMap(root -> tree(root).stream()).toList();
        List<ProcessHandle> alive =
                roots.stream().filter(ProcessHandle::isAlive).toList();
        alive.forEach(request);
        await(alive, patience);
        killAll(trees);
    }

    /** Kills the whole tree at once, as a power cut would. */
    static void kill(ProcessHandle root) {
        killAll(tree(root));
    }

    private static void killAll(List<ProcessHandle> tree) {
        tree.forEach(ProcessHandle::destroyForcibly);
        await(tree, AFTER_KILL);
    }

    private static List<ProcessHandle> tree(ProcessHandle root) {
        return Stream.concat(Stream.of(root), root.descendants()).toList();
    }

    private static void await(List<ProcessHandle> processes, Duration patience) {
        CompletableFuture<?>[] exits =
                processes.stream().map(ProcessHandle::onExit).toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(exits).get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            // The caller goes on to the next, harder step.
        } catch (ExecutionException e) {
            throw new IllegalStateException("waiting for a process failed", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
