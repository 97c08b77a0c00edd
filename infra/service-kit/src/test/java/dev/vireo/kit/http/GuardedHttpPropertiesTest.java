package dev.vireo.kit.http;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class GuardedHttpPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(GuardedHttpProperties.class);

    @Test
    void hasItsDefaults() {
        check.assertDefaults(Map.ofEntries(
                Map.entry("allowed-hosts", ""),
                Map.entry("connect-timeout", "5s"),
                Map.entry("timeout", "15s"),
                Map.entry("max-redirects", "3"),
                Map.entry("max-body", "3MB")));
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("allowed-hosts", "localhost"),
                Map.entry("connect-timeout", "1s"),
                Map.entry("timeout", "2s"),
                Map.entry("max-redirects", "0"),
                Map.entry("max-body", "1B")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("connect-timeout", "0s", "1h");
        check.assertRefused("timeout", "0s", "2h");
        check.assertRefused("max-redirects", "-1", "11");
        check.assertRefused("max-body", "0B", "2GB");
    }
}
