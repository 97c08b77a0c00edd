package dev.vireo.gateway.rest;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RestPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(RestProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("instance-name", "Ours"),
                Map.entry("instance-description", "A description."),
                Map.entry("keep-alive", "5s"),
                Map.entry("progress-lifetime", "5m"),
                Map.entry("progress-streams", "7")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("instance-name", "");
        check.assertRefused("instance-description", " ");
        check.assertRefused("keep-alive", "0s", "-1s", "1h");
        check.assertRefused("progress-lifetime", "0s", "8d");
        check.assertRefused("progress-streams", "0", "1000001");
    }
}
