package dev.vireo.transcode.encode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A folder of one task, gone with everything in it when the task ends. Its name carries the process, so that the next
 * task on the machine removes what a killed process left.
 */
record Scratch(Path folder) implements AutoCloseable {
    private static final String PREFIX = "vireo-transcode-";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(\\d{1,18})-.*");
    private static final long THIS_PROCESS = ProcessHandle.current().pid();
    private static final Set<Path> OPEN = ConcurrentHashMap.newKeySet();

    static Scratch create(String parent) {
        try {
            Path base = parent.isEmpty() ? Path.of(System.getProperty("java.io.tmpdir")) : Path.of(parent);
            Files.createDirectories(base);
            synchronized (OPEN) {
                removeLeftOvers(base);
                Path folder = Files.createTempDirectory(base, PREFIX + THIS_PROCESS + "-");
                OPEN.add(folder);
                return new Scratch(folder);
            }
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

    /** A file that must not be larger. */
    byte[] read(String name, long most) {
        Path file = folder.resolve(name);
        try {
            if (Files.size(file) > most) {
                throw new EncoderException(name + " has more than " + most + " bytes");
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("The scratch folder cannot be read", failure);
        }
    }

    @Override
    public void close() {
        remove(folder);
        OPEN.remove(folder);
    }

    private static void removeLeftOvers(Path base) throws IOException {
        try (Stream<Path> folders = Files.list(base)) {
            folders.filter(Scratch::isLeftOver).forEach(Scratch::remove);
        }
    }

    /** Its process is gone; or has the number of this one, as in a container that was started again. */
    private static boolean isLeftOver(Path folder) {
        Matcher name = NAME.matcher(String.valueOf(folder.getFileName()));
        if (!name.matches()) {
            return false;
        }
        long process = Long.parseLong(name.group(1));
        return process == THIS_PROCESS
                ? !OPEN.contains(folder)
                : ProcessHandle.of(process).isEmpty();
    }

    private static void remove(Path folder) {
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
