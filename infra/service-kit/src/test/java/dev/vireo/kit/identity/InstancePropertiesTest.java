package dev.vireo.kit.identity;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class InstancePropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(InstanceProperties.class)
            .requiring(Map.of(
                    "instances[0].id",
                    "main",
                    "instances[0].domain",
                    "localhost",
                    "instances[0].issuer",
                    "http://id/realms/main",
                    "instances[0].jwk-set-uri",
                    "http://id/realms/main/certs"));

    @Test
    void hasNoDefaults() {
        check.assertDefaults(Map.of());
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("instances[0].id", "second"),
                Map.entry("instances[0].domain", "second.example.org:8443"),
                Map.entry("instances[0].issuer", "https://id/realms/second"),
                Map.entry("instances[0].jwk-set-uri", "https://id/realms/second/certs"),
                Map.entry("instances[0].audience", "vireo"),
                Map.entry("instances[0].operators", "true")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("instances[0].id", "", "Main", "a b");
        check.assertRefused("instances[0].domain", "", "http://videos.example.org");
        check.assertRefused("instances[0].issuer", "");
        check.assertRefused("instances[0].jwk-set-uri", "", "certs", "ftp://id/certs");
    }
}
