package dev.vireo.search.suggest;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SuggestPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(SuggestProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("age", "2s", "remembered", "100"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("age", "0s", "61m");
        check.assertRefused("remembered", "0", "10000001");
    }
}
