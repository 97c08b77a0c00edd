package dev.vireo.gateway.web;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class WebPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(WebProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("scheme", "https"),
                Map.entry("tokens-per-minute", "1"),
                Map.entry("uploads-per-minute", "2"),
                Map.entry("views-per-minute", "3"),
                Map.entry("changes-per-minute", "5"),
                Map.entry("max-queries", "1"),
                Map.entry("limited-callers", "100"),
                Map.entry("preflight-lifetime", "0s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("scheme", "ftp", "");
        check.assertRefused("tokens-per-minute", "0");
        check.assertRefused("uploads-per-minute", "0");
        check.assertRefused("views-per-minute", "0");
        check.assertRefused("changes-per-minute", "0");
        check.assertRefused("max-queries", "0", "100001");
        check.assertRefused("limited-callers", "99", "10000001");
        check.assertRefused("preflight-lifetime", "-1s", "8d");
    }
}
