package dev.vireo.seeder.admission;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AdmissionPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(AdmissionProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(
                Map.of("remember", "5s", "hashes", "1000", "lookups", "1", "waiting", "10", "players-every", "1s"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("remember", "0s", "31s");
        check.assertRefused("hashes", "99");
        check.assertRefused("lookups", "0", "65");
        check.assertRefused("waiting", "0");
        check.assertRefused("players-every", "0s", "2h");
    }
}
