package dev.vireo.local.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How one server is started: words, additional environment, working folder, and what it reads first. */
public record ServerCommand(List<String> words, Map<String, String> environment, Path workFolder, byte[] input) {

    /** Copies what it is given. */
    public ServerCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
        input = input.clone();
    }

    /** For the many that read nothing. */
    public ServerCommand(List<String> words, Map<String, String> environment, Path workFolder) {
        this(words, environment, workFolder, new byte[0]);
    }
}
