package dev.vireo.local.server;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** How one server is started: words, additional environment, working folder. */
public record ServerCommand(List<String> words, Map<String, String> environment, Path workFolder) {

    /** Copies what it is given. */
    public ServerCommand {
        words = List.copyOf(words);
        environment = Map.copyOf(environment);
    }
}
