package dev.vireo.gateway.media;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class StreamingPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(StreamingProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("max-reads", "1", "fast-threads", "2", "write-buffer", "8KB"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("max-reads", "0", "1000001");
        check.assertRefused("fast-threads", "0", "10001");
        check.assertRefused("write-buffer", "0B", "-1KB", "1GB");
    }
}
