package dev.vireo.gateway.catalog;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class CatalogPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(CatalogProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("cache-time", "0s"),
                Map.entry("cache-size", "1"),
                Map.entry("list-cache-time", "0s"),
                Map.entry("list-cache-size", "1MB")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("cache-time", "-1s", "2h");
        check.assertRefused("cache-size", "0", "1000001");
        check.assertRefused("list-cache-time", "-1s", "2m");
        check.assertRefused("list-cache-size", "-1B", "2GB");
    }
}
