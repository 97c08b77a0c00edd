package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** Ends servers that a killed parent left running on a folder: all at the same time, and says so before it waits. */
public final class Orphans {
    private static final Duration PATIENCE = Duration.ofSeconds(8);

    private Orphans() {}

    /** Ends every one of the folder; nothing is said where there is none. */
    public static void end(DataFolder data, Consumer<String> out) {
        end(data, data.recorded(), out);
    }

    static void end(DataFolder data, List<String> names, Consumer<String> out) {
        Map<String, ProcessHandle> running = new TreeMap<>();
        for (String name : names) {
            ProcessIdentity.read(data.pidFile(name))
                    .flatMap(ProcessIdentity::running)
                    .ifPresent(orphan -> running.put(name, orphan));
        }
        if (!running.isEmpty()) {
            out.accept("Ending what a killed run left behind: " + String.join(", ", running.keySet()) + " ...");
        }
        ProcessTree.end(running.values(), ProcessHandle::destroy, PATIENCE);
        names.forEach(name -> forget(data, name));
    }

    private static void forget(DataFolder data, String name) {
        try {
            Files.deleteIfExists(data.pidFile(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
