package dev.vireo.upload.playlist;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class PlaylistPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(PlaylistProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(Map.entry("max-per-account", "3"), Map.entry("max-elements", "4")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("max-per-account", "0", "-1", "201", "many");
        check.assertRefused("max-elements", "0", "-1", "1001", "many");
    }
}
