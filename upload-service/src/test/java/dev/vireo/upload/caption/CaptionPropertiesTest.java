package dev.vireo.upload.caption;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CaptionPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(CaptionProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("max-size", "100KB"),
                Map.entry("max-per-video", "7"),
                Map.entry("keep-replaced", "2h"),
                Map.entry("removal-interval", "2s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("max-size", "0B", "2MB", "much");
        check.assertRefused("max-per-video", "0", "201", "many");
        check.assertRefused("keep-replaced", "-1s", "31d", "soon");
        check.assertRefused("removal-interval", "0s", "2h", "");
    }
}
