package dev.vireo.search.index;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IndexLifePropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(IndexLifeProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("stale-after", "1m", "keep-old", "1h"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("stale-after", "0s", "8d");
        check.assertRefused("keep-old", "-1s", "31d");
    }
}
