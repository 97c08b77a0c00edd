package dev.vireo.seeder.blockstore;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class BlockStorePropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(BlockStoreProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(
                Map.of("profile", "kubo-v1", "cache", "1GB", "remember", "5s", "at-once", "32", "ahead", "0"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("profile", "mine");
        check.assertRefused("cache", "1MB", "17GB");
        check.assertRefused("remember", "1ms", "31s");
        check.assertRefused("at-once", "0", "1001");
        check.assertRefused("ahead", "-1", "65");
    }
}
