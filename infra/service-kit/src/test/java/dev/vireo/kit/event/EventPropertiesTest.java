package dev.vireo.kit.event;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class EventPropertiesTest {
    private final PropertiesCheck check =
            PropertiesCheck.of(EventProperties.class).requiring(Map.of("bootstrap-servers", "one:9092"));

    @Test
    void hasItsDefaults() {
        check.assertDefaults(Map.ofEntries(
                Map.entry("relay-batch", "200"),
                Map.entry("relay-interval", "500ms"),
                Map.entry("retry-initial", "200ms"),
                Map.entry("retry-max", "10s"),
                Map.entry("retry-for", "24h"),
                Map.entry("poison-attempts", "3"),
                Map.entry("remember", "14d")));
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("bootstrap-servers", "two:9092"),
                Map.entry("relay-batch", "1"),
                Map.entry("relay-interval", "1s"),
                Map.entry("retry-initial", "1s"),
                Map.entry("retry-max", "1m"),
                Map.entry("retry-for", "1h"),
                Map.entry("poison-attempts", "1"),
                Map.entry("remember", "1d")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("bootstrap-servers", "");
        check.assertRefused("relay-batch", "0", "10001");
        check.assertRefused("relay-interval", "0s", "2m");
        check.assertRefused("retry-initial", "0s", "11s");
        check.assertRefused("retry-max", "0s", "100ms", "2h");
        check.assertRefused("retry-for", "-1s", "31d");
        check.assertRefused("poison-attempts", "0", "21");
        check.assertRefused("remember", "0s", "366d");
    }
}
