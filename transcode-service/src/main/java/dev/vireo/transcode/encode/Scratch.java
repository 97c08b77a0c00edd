package dev.vireo.transcode.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A folder of one task, gone with everything in it when the task ends. */
record Scratch(Path folder) implements AutoCloseable {

    static Scratch create(String parent) {
        try {
            Path base = parent.isEmpty() ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(parent);
            Files.createDirectories(base);
            return new Scratch(Files.createTempDirectory(base, "vireo-transcode-"));
        } catch (IOException failure) {
            throw new UncheckedIOException("The scratch folder cannot be written", failure);
        }
    }

    Path sub(String name) {
        try {
            return Files.createDirectories(folder.resolve(name));
        } catch (IOException failure) {
            throw new UncheckedIOException("The scratch folder cannot be written", failure);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> deepestFirst = files.sorted(Comparator.reverseOrder()).toList();
            for (Path file : deepestFirst) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException leftOver) {
            folder.toFile().deleteOnExit();
        }
    }
}
