package dev.vireo.upload.channel;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class ChannelPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(ChannelProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(Map.entry("max-per-account", "3")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("max-per-account", "0", "-1", "10001", "many");
    }
}
