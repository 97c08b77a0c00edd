package dev.vireo.seeder.tracker;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrackerPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(TrackerProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("address", "::"),
                Map.entry("port", "6969"),
                Map.entry("private-addresses", "true"),
                Map.entry("trusted-proxies[0]", "10.0.0.0/8"),
                Map.entry("seeds[0]", "[2001:db8::1]:6881"),
                Map.entry("interval.min", "1m"),
                Map.entry("swarms.wanted", "30"),
                Map.entry("rate.burst", "10"),
                Map.entry("connections.most", "10"),
                Map.entry("sockets.queue", "64KB")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("address", "", "localhost");
        check.assertRefused("port", "-1", "65536");
        check.assertRefused("trusted-proxies[0]", "10.0.0.1", "proxy", "proxy/8");
        check.assertRefused("seeds[0]", "192.0.2.1", "peers.example:6881", "192.0.2.1:0", "2001:db8::1:6881");
        check.assertRefused("interval.min", "0s", "2d");
        check.assertRefused("interval.max", "0s", "2d");
        check.assertRefused("interval.announces-per-second", "0");
        check.assertRefused("interval.grace", "-1s", "2h");
        check.assertRefused("swarms.swarms", "0");
        check.assertRefused("swarms.peers", "0");
        check.assertRefused("swarms.peers-of-swarm", "0");
        check.assertRefused("swarms.peers-of-address", "0");
        check.assertRefused("swarms.wanted", "0", "201");
        check.assertRefused("swarms.sweep-every", "0s");
        check.assertRefused("rate.per-second", "0");
        check.assertRefused("rate.burst", "0");
        check.assertRefused("rate.addresses", "99");
        check.assertRefused("connections.most", "0");
        check.assertRefused("connections.most-of-address", "0");
        check.assertRefused("connections.patience", "0s", "1h");
        check.assertRefused("sockets.message", "1B", "2MB");
        check.assertRefused("sockets.queue", "1KB", "17MB");
        check.assertRefused("sockets.idle", "0s", "2h");
        check.assertRefused("sockets.swarms", "0", "1001");
    }
}
