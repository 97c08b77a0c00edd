package dev.vireo.local.service;

import dev.vireo.local.server.Port;
import dev.vireo.local.server.ServerException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * One service to run.
 *
 * @param name also its module, log and pid file
 * @param jar the executable jar
 * @param ports all its ports, the HTTP port of its health answer first
 * @param heapMebibytes its largest heap
 * @param settings configuration keys that differ from the defaults in the jar
 * @param environment environment beside the launcher's own
 */
public record ServiceDefinition(
        String name,
        Path jar,
        List<Port> ports,
        int heapMebibytes,
        Map<String, String> settings,
        Map<String, String> environment) {

    /** Copies what it is given. */
    public ServiceDefinition {
        ports = List.copyOf(ports);
        settings = Map.copyOf(settings);
        environment = Map.copyOf(environment);
    }

    /** The executable jar that the build made of a module. */
    public static Path jarOf(Path module) {
        Path target = module.resolve("target");
        if (Files.isDirectory(target)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(target, module.getFileName() + "-*.jar")) {
                for (Path file : files) {
                    return file;
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        throw new ServerException("No jar of %1$s is in %2$s: build it with `./mvnw -pl %1$s -am package -DskipTests`."
                .formatted(module.getFileName(), target));
    }
}
