package dev.vireo.seeder.swarm;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SwarmPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(SwarmProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("address", "::"),
                Map.entry("port", "6881"),
                Map.entry("connections.most", "10"),
                Map.entry("connections.most-of-address", "2"),
                Map.entry("connections.torrents", "3"),
                Map.entry("connections.patience", "5s"),
                Map.entry("connections.idle", "1m"),
                Map.entry("connections.requests", "50"),
                Map.entry("connections.queue", "128KB"),
                Map.entry("slots.count", "4"),
                Map.entry("slots.of-address", "1"),
                Map.entry("slots.turn", "10s"),
                Map.entry("slots.rate", "10MB"),
                Map.entry("slots.rate-of-peer", "1MB"),
                Map.entry("reads.range", "1MB"),
                Map.entry("reads.ahead", "1"),
                Map.entry("reads.at-once", "2"),
                Map.entry("reads.cache", "8MB"),
                Map.entry("reads.pause", "1s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("address", "", "localhost");
        check.assertRefused("port", "-1", "65536");
        check.assertRefused("connections.most", "0");
        check.assertRefused("connections.most-of-address", "0");
        check.assertRefused("connections.torrents", "0");
        check.assertRefused("connections.patience", "0s", "1h");
        check.assertRefused("connections.idle", "0s", "2h");
        check.assertRefused("connections.requests", "0", "2001");
        check.assertRefused("connections.queue", "1KB", "17MB");
        check.assertRefused("slots.count", "0");
        check.assertRefused("slots.of-address", "0");
        check.assertRefused("slots.turn", "0s", "2h");
        check.assertRefused("reads.range", "1KB", "17MB");
        check.assertRefused("reads.ahead", "-1", "65");
        check.assertRefused("reads.at-once", "0");
        check.assertRefused("reads.cache", "1KB");
        check.assertRefused("reads.pause", "0s", "2m");
    }
}
