package dev.vireo.upload.session;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class UploadPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(UploadProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("max-size", "1GB"),
                Map.entry("quota", "2GB"),
                Map.entry("max-open", "3"),
                Map.entry("part-size", "16MB"),
                Map.entry("slice-size", "2MB"),
                Map.entry("idle-limit", "1s"),
                Map.entry("expire-after", "1h"),
                Map.entry("keep-completed", "2h"),
                Map.entry("finish-after", "1s"),
                Map.entry("sweep-interval", "2s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("max-size", "0B", "1TB");
        check.assertRefused("quota", "0B", "-1GB");
        check.assertRefused("max-open", "0", "10001");
        check.assertRefused("part-size", "4MB", "33MB");
        check.assertRefused("slice-size", "0B", "9MB");
        check.assertRefused("idle-limit", "0s", "2h");
        check.assertRefused("expire-after", "0s", "-1h");
        check.assertRefused("keep-completed", "0s", "-1h");
        check.assertRefused("finish-after", "0s", "2h");
        check.assertRefused("sweep-interval", "0s", "2h");
        check.assertRefused("max-sise", "1GB");
    }
}
