package dev.vireo.bench;

import dev.vireo.local.Platform;
import java.nio.file.Path;
import java.util.List;

/** What every benchmark needs. */
record Bench(Platform platform, Client client, Sources sources, Path folder) {
    /** CPU seconds that a service and its children have used so far. */
    double cpuOf(String service) {
        return Cpu.seconds(platform.service(service).pids());
    }

    List<Long> pidsOf(String service) {
        return platform.service(service).pids();
    }
}
