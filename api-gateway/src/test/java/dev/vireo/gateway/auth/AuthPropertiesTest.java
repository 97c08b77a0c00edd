package dev.vireo.gateway.auth;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AuthPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(AuthProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(Map.entry("client-id", "other"), Map.entry("timeout", "3s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("client-id", "", " ");
        check.assertRefused("timeout", "0s", "-1s", "1h");
    }
}
