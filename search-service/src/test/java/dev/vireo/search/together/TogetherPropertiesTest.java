package dev.vireo.search.together;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TogetherPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(TogetherProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("viewers", "5", "videos-of-a-viewer", "20", "interval", "10s"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("viewers", "1", "0", "1001");
        check.assertRefused("videos-of-a-viewer", "1", "10001");
        check.assertRefused("interval", "99ms", "25h");
    }
}
