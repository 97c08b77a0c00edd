package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** The folder into which the build unpacks the servers, {@code infra/local/target/servers}. */
public record ServerBinaries(Path directory) {
    private static final String PROPERTY = "house.servers.directory";

    /** Looks at the system property, the repository root, this class's own place and the parents of the work folder. */
    public static ServerBinaries locate() {
        return candidates()
                .map(path -> path.toAbsolutePath().normalize())
                .filter(path -> Files.isDirectory(path.resolve("kafka")))
                .findFirst()
                .map(ServerBinaries::new)
                .orElseThrow(() -> new ServerException(
                        "The local servers are not unpacked in infra/local/target/servers: get them with `./mvnw -pl infra/local -am package -DskipTests` or name their folder with -D"
                                + PROPERTY + "=DIR."));
    }

    private static Stream<Path> candidates() {
        Stream<Path> named = Stream.of(
                        Optional.ofNullable(System.getProperty(PROPERTY)).map(Path::of).stream(),
                        Optional.ofNullable(System.getProperty("house.directory")).map(ServerBinaries::below).stream(),
                        Stream.of(codeLocation().resolveSibling("servers")))
                .flatMap(paths -> paths);
        Stream<Path> around = Stream.iterate(Path.of("").toAbsolutePath(), Objects::nonNull, Path::getParent)
                .map(ServerBinaries::below);
        return Stream.concat(named, around);
    }

    private static Path below(Object house) {
        return Path.of(house.toString(), "infra", "local", "target", "servers");
    }

    /** The classes folder or jar of this module, which the children of our own run from too. */
    static Path codeLocation() {
        try {
            return Path.of(Objects.requireNonNull(
                            ServerBinaries.class.getProtectionDomain().getCodeSource())
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One server's folder; a missing one is a failure, never a skip. */
    public Path of(String name) {
        Path folder = directory.resolve(name);
        if (!Files.isDirectory(folder)) {
            throw new ServerException(
                    "The server %s is missing in %s: get it with `./mvnw -pl infra/local -am package -DskipTests`."
                            .formatted(name, directory));
        }
        return folder;
    }

    /** The one file or folder in it, whose name tells a version that only the pom knows. */
    static Path onlyEntry(Path folder) {
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(entry -> !String.valueOf(entry.getFileName()).startsWith("."))
                    .reduce((one, other) -> {
                        throw new ServerException("There is more than one version in %s: remove %s or %s."
                                .formatted(folder, one.getFileName(), other.getFileName()));
                    })
                    .orElseThrow(() -> new ServerException(folder + " is empty."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A java command with small memory and quick start, on the JDK that runs this. */
    static List<String> java(int heapMebibytes, List<String> more) {
        return java(heapMebibytes, List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"), more);
    }

    /** A java command with both compilers and short pauses, on the JDK that runs this. */
    static List<String> fastJava(int heapMebibytes, List<String> more) {
        return java(heapMebibytes, List.of("-XX:+UseG1GC"), more);
    }

    private static List<String> java(int heapMebibytes, List<String> speed, List<String> more) {
        if (Runtime.version().feature() < 25) {
            throw new ServerException("The local platform needs JDK 25 and runs on " + Runtime.version()
                    + ": install JDK 25 or point JAVA_HOME at one.");
        }
        Stream<String> always = Stream.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xms32m",
                "-Xmx" + heapMebibytes + "m",
                "-XX:+ExitOnOutOfMemoryError");
        return Stream.of(always, speed.stream(), more.stream())
                .flatMap(words -> words)
                .toList();
    }
}
