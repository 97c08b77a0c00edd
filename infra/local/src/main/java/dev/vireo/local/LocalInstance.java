package dev.vireo.local;

import java.util.List;

/** One of the two instances of the local platform: id (also the realm's name) and domain. */
public record LocalInstance(String id, String domain) {

    static List<LocalInstance> all(PlatformOptions options) {
        int port = options.number(PortName.GATEWAY);
        return List.of(
                new LocalInstance("main", "localhost:" + port),
                new LocalInstance("second", "second.localhost:" + port));
    }
}
