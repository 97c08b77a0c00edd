package dev.vireo.transcode.probe;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SourceLimitPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(SourceLimitProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("max-pixels", "1"),
                Map.entry("max-duration", "1h"),
                Map.entry("max-tracks", "2"),
                Map.entry("max-size", "1GB"),
                Map.entry("max-frame-rate", "30")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("max-pixels", "0", "-1");
        check.assertRefused("max-duration", "0s", "-1h");
        check.assertRefused("max-tracks", "0", "1001");
        check.assertRefused("max-size", "0B", "-1GB");
        check.assertRefused("max-frame-rate", "0", "121");
    }
}
