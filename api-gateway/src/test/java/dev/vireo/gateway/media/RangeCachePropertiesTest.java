package dev.vireo.gateway.media;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RangeCachePropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(RangeCacheProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(
                Map.of("folder", "/var/cache/vireo", "size", "0B", "largest-range", "16KB", "patience", "0s"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("size", "-1B", "101TB", "much");
        check.assertRefused("largest-range", "0B", "2GB");
        check.assertRefused("patience", "-1s", "2m");
    }
}
