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
        check.assertMapping(Map.of("tags-age", "2s"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("tags-age", "0s", "61m");
    }
}
