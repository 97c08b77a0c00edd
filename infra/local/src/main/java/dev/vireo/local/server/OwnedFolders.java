package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** Data folders that belong to one JVM each; what a dead JVM left, running servers included, is cleared away. */
public final class OwnedFolders {
    private static final String OWNER = "owner.pid";

    private OwnedFolders() {}

    /** A new, empty folder of this JVM below the parent. */
    public static DataFolder claim(Path parent, String name) {
        try {
            Files.createDirectories(parent);
            clearAbandoned(parent);
            Path folder = Files.createTempDirectory(parent, name + "-");
            ProcessIdentity.of(ProcessHandle.current()).write(folder.resolve(OWNER));
            return new DataFolder(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void clearAbandoned(Path parent) throws IOException {
        List<Path> folders;
        try (Stream<Path> all = Files.list(parent)) {
            folders = all.filter(folder -> Files.exists(folder.resolve(OWNER))).toList();
        }
        for (Path folder : folders) {
            boolean owned = ProcessIdentity.read(folder.resolve(OWNER))
                    .flatMap(ProcessIdentity::running)
                    .isPresent();
            if (!owned) {
                Orphans.end(new DataFolder(folder), line -> {});
                delete(folder);
            }
        }
    }

    /** Removes the folder with everything in it; links are removed, not followed. */
    public static void delete(Path folder) {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
