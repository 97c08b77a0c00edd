package dev.vireo.gateway.route;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RoutePropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(RouteProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("upload", "https://upload:8443"),
                Map.entry("seeder", "https://seeder:8443"),
                Map.entry("max-connections", "8"),
                Map.entry("connect-timeout", "1s"),
                Map.entry("lease-timeout", "2s"),
                Map.entry("answer-timeout", "3s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("upload", "upload:8081", "ftp://upload", "/upload", "");
        check.assertRefused("seeder", "seeder:8081", "ftp://seeder", "/seeder", "");
        check.assertRefused("max-connections", "0", "10001");
        check.assertRefused("connect-timeout", "0s", "-1s", "1h");
        check.assertRefused("lease-timeout", "0s", "-1s");
        check.assertRefused("answer-timeout", "0s", "2h");
    }
}
