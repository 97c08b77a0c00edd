package dev.vireo.transcode.job;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JobPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(JobProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("window", "1"),
                Map.entry("lease", "5s"),
                Map.entry("tries", "1"),
                Map.entry("attempts", "2"),
                Map.entry("retry-pause", "0s"),
                Map.entry("requeue-after", "1m"),
                Map.entry("sweep-every", "1s"),
                Map.entry("keep-progress", "0s"),
                Map.entry("sweep-deleted-after", "1s"),
                Map.entry("progress-every", "500ms")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("window", "0", "1001");
        check.assertRefused("lease", "0s", "-1s", "2h");
        check.assertRefused("tries", "0", "21");
        check.assertRefused("attempts", "0", "1001");
        check.assertRefused("retry-pause", "-1s", "2h");
        check.assertRefused("requeue-after", "0s", "2d");
        check.assertRefused("sweep-every", "0s", "1h");
        check.assertRefused("keep-progress", "-1s", "31d");
        check.assertRefused("sweep-deleted-after", "-1s", "31d");
        check.assertRefused("progress-every", "0s", "2m");
    }
}
