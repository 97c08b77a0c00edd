package dev.vireo.transcode.encode;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class OutputPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(OutputProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("heights", "720,480"),
                Map.entry("segment", "2s"),
                Map.entry("lead-segments", "1"),
                Map.entry("second-segments", "2"),
                Map.entry("chunk", "10s"),
                Map.entry("encoder", "libsvtav1"),
                Map.entry("preset", "8"),
                Map.entry("quality", "30"),
                Map.entry("audio-bitrate", "96000"),
                Map.entry("copy-fitting", "false")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("heights", "", "0", "-720", "tall");
        check.assertRefused("segment", "0s", "-4s", "500ms", "11s");
        check.assertRefused("lead-segments", "0", "101");
        check.assertRefused("second-segments", "0", "101");
        check.assertRefused("chunk", "0s", "-30s", "3s", "11m");
        check.assertRefused("encoder", "");
        check.assertRefused("preset", " ");
        check.assertRefused("quality", "-1", "64");
        check.assertRefused("audio-bitrate", "15999", "512001");
        check.assertRefused("copy-fitting", "perhaps");
    }
}
