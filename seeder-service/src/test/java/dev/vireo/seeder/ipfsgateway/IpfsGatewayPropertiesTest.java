package dev.vireo.seeder.ipfsgateway;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IpfsGatewayPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(IpfsGatewayProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of("answers", "5"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("answers", "0", "100001");
    }
}
