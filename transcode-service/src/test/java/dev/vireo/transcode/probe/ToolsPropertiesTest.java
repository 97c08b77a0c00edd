package dev.vireo.transcode.probe;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ToolsPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(ToolsProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("ffmpeg", "/opt/ffmpeg"),
                Map.entry("ffprobe", "/opt/ffprobe"),
                Map.entry("library-path", "/opt/lib"),
                Map.entry("memory", "1GB"),
                Map.entry("probe-time", "10s"),
                Map.entry("network-time", "5s"),
                Map.entry("source-life", "1h")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("ffmpeg", "");
        check.assertRefused("ffprobe", " ");
        check.assertRefused("memory", "0B", "-1GB", "1MB");
        check.assertRefused("probe-time", "0s", "-1s", "2h");
        check.assertRefused("network-time", "0s", "1h");
        check.assertRefused("source-life", "0s", "8d");
    }
}
