package dev.vireo.gateway.view;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ViewPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(ViewProperties.class)
            .requiring(Map.of("bootstrap-servers", "127.0.0.1:9092", "secret", "only-for-tests-only-for-tests-only"));

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml("bootstrap-servers", "secret");
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of(
                "bootstrap-servers", "kafka-0:9092,kafka-1:9092",
                "secret", "another-secret-another-secret-another",
                "buffer", "10"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("bootstrap-servers", "", " ");
        check.assertRefused("secret", "", "short");
        check.assertRefused("buffer", "0", "1000001", "many");
    }
}
