package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Lets a server that refuses to run as root (PostgreSQL, Elasticsearch) run for a root user all the same. */
final class Unprivileged {
    private static final int NOBODY = 65534;

    private Unprivileged() {}

    /** Words to put before the command: none for ordinary users, a user namespace or another user for root. */
    static List<String> prefix(String server, Path folder, Path log) {
        if (!isRoot()) {
            return List.of();
        }
        // Mapped, because Elasticsearch gives a socket of its own to the user it runs as.
        List<String> inNamespace = List.of("unshare", "-U", "--map-user=" + NOBODY, "--map-group=" + NOBODY);
        if (works(Stream.concat(inNamespace.stream(), Stream.of("true")).toList(), folder, log)) {
            return inNamespace;
        }
        List<String> asNobody = List.of("setpriv", "--reuid=" + NOBODY, "--regid=" + NOBODY, "--clear-groups");
        if (works(Stream.concat(asNobody.stream(), Stream.of("true")).toList(), folder, log)) {
            own(folder);
            return asNobody;
        }
        throw new ServerException(
                "%s refuses to run as root and neither `unshare -U --map-user` nor `setpriv` works here: start as an ordinary user."
                        .formatted(server));
    }

    private static boolean isRoot() {
        try {
            return Files.exists(Path.of("/proc/self"))
                    && Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
        } catch (IOException e) {
            return false;
        }
    }

    private static boolean works(List<String> words, Path folder, Path log) {
        try {
            return OneShotProcess.exitCode(
                            "Trying " + words.getFirst(),
                            new ServerCommand(words, Map.of(), folder),
                            log,
                            Duration.ofSeconds(10))
                    == 0;
        } catch (ServerException e) {
            return false;
        }
    }

    private static void own(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.toList()) {
                Files.setAttribute(path, "unix:uid", NOBODY);
                Files.setAttribute(path, "unix:gid", NOBODY);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
