package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** One folder that holds everything a set of servers keeps: data, logs and process ids. */
public record DataFolder(Path root) {
    private static final String PID_FILE = ".pid";
    private static final long GIBIBYTE = 1L << 30;

    /** Always absolute, so that a child with another working folder finds it. */
    public DataFolder {
        root = root.toAbsolutePath().normalize();
    }

    /** The folder of one server, created when missing. */
    public Path of(String name) {
        return created(root.resolve(name));
    }

    /** Where the server's output goes. */
    public Path log(String name) {
        return created(root.resolve("logs")).resolve(name + ".log");
    }

    /** Where the server's process identity is kept for the next start. */
    public Path pidFile(String name) {
        return created(root.resolve("run")).resolve(name + PID_FILE);
    }

    /** Refuses to go on with less than this many GiB usable: a full disk breaks every server in its own obscure way. */
    public void requireFreeSpace(int gibibytes) {
        created(root);
        try {
            long usable = Files.getFileStore(root).getUsableSpace();
            if (usable < gibibytes * GIBIBYTE) {
                throw new ServerException(
                        "The disk of %s has %.1f GiB left and the servers need %d GiB: free some space or choose another folder with --data DIR."
                                .formatted(root, usable / (double) GIBIBYTE, gibibytes));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Names of the servers whose process identity is kept. */
    List<String> recorded() {
        try (Stream<Path> files = Files.list(created(root.resolve("run")))) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(PID_FILE))
                    .map(name -> name.substring(0, name.length() - PID_FILE.length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path created(Path folder) {
        try {
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new ServerException("The folder " + folder + " cannot be created: " + e.getMessage() + ".", e);
        }
    }
}
