package dev.vireo.transcode.encode;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WorkerPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(WorkerProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("workers", "3"),
                Map.entry("express-workers", "0"),
                Map.entry("threads", "2"),
                Map.entry("group", "others"),
                Map.entry("scratch", "/scratch"),
                Map.entry("task-time", "1h"),
                Map.entry("max-segment", "1MB"),
                Map.entry("patience", "0s"),
                Map.entry("lock", "5s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("workers", "-1", "257");
        check.assertRefused("express-workers", "-1", "17");
        check.assertRefused("threads", "-1", "65");
        check.assertRefused("group", "");
        check.assertRefused("task-time", "0s", "8d");
        check.assertRefused("max-segment", "0B", "3GB");
        check.assertRefused("patience", "-1s", "2d");
        check.assertRefused("lock", "0s", "2h");
    }
}
