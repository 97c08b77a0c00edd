package dev.vireo.upload.video;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class VideoPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(VideoProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(Map.entry("schedule-interval", "1s"), Map.entry("removal-interval", "2s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("schedule-interval", "0s", "-1s", "2h", "soon");
        check.assertRefused("removal-interval", "0s", "-1s", "2h", "");
    }
}
