package dev.vireo.upload.subscription;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SubscriptionPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(SubscriptionProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("max-per-account", "7", "removal-interval", "2s"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("max-per-account", "0", "1001", "many");
        check.assertRefused("removal-interval", "0s", "2h", "");
    }
}
