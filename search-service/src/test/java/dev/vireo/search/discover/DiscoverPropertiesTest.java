package dev.vireo.search.discover;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DiscoverPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(DiscoverProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("overview-age", "5m"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("overview-age", "0s", "61m");
    }
}
