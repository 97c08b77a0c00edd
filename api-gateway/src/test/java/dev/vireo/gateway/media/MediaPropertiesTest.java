package dev.vireo.gateway.media;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class MediaPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(MediaProperties.class)
            .requiring(Map.of("signing-key", "only-for-tests-only-for-tests-only"));

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml("signing-key");
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("delivery", "redirect"),
                Map.entry("redirect-base", "https://cdn.example.org/vireo"),
                Map.entry("redirect-lifetime", "1m"),
                Map.entry("signing-key", "another-secret-another-secret-another"),
                Map.entry("signed-link-lifetime", "1h"),
                Map.entry("object-cache-time", "1s"),
                Map.entry("object-cache-size", "1"),
                Map.entry("document-cache-size", "1MB"),
                Map.entry("document-max-size", "1KB"),
                Map.entry("growing-cache-time", "1s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("delivery", "post");
        check.assertRefused("redirect-base", "cdn.example.org", "ftp://cdn");
        check.assertRefused("redirect-lifetime", "0s", "-1s", "8d");
        check.assertRefused("signing-key", "", "short");
        check.assertRefused("signed-link-lifetime", "0s", "400d");
        check.assertRefused("object-cache-time", "-1s");
        check.assertRefused("object-cache-size", "0");
        check.assertRefused("document-cache-size", "-1B");
        check.assertRefused("document-max-size", "-1B", "1GB");
        check.assertRefused("growing-cache-time", "-1s", "1m");
    }
}
