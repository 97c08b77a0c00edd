package dev.vireo.kit.origin;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OriginPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(OriginProperties.class)
            .requiring(Map.of("endpoint", "http://one:9000", "access-key", "a", "secret-key", "b"));

    @Test
    void hasItsDefaults() {
        check.assertDefaults(Map.ofEntries(
                Map.entry("region", "us-east-1"),
                Map.entry("bucket", "vireo"),
                Map.entry("connect-timeout", "3s"),
                Map.entry("read-timeout", "30s"),
                Map.entry("max-connections", "64")));
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("endpoint", "https://two"),
                Map.entry("region", "eu"),
                Map.entry("bucket", "other"),
                Map.entry("access-key", "c"),
                Map.entry("secret-key", "d"),
                Map.entry("connect-timeout", "1s"),
                Map.entry("read-timeout", "1m"),
                Map.entry("max-connections", "1")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("endpoint", "", "store:9000", "ftp://store");
        check.assertRefused("region", "");
        check.assertRefused("bucket", " ");
        check.assertRefused("access-key", "");
        check.assertRefused("secret-key", "");
        check.assertRefused("connect-timeout", "0s", "1h");
        check.assertRefused("read-timeout", "0s", "2h");
        check.assertRefused("max-connections", "0", "1025");
    }
}
