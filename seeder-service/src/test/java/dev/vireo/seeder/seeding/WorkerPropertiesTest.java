package dev.vireo.seeder.seeding;

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
        check.assertMapping(Map.of(
                "workers", "4",
                "group", "others",
                "lock", "5s",
                "range", "1MB",
                "read-ahead", "1",
                "patience", "1s"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("workers", "-1", "65");
        check.assertRefused("group", "");
        check.assertRefused("lock", "0s", "2h");
        check.assertRefused("range", "1KB", "65MB");
        check.assertRefused("read-ahead", "0", "33");
        check.assertRefused("patience", "-1s", "2d");
    }
}
