package dev.vireo.search.index;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class IndexPropertiesTest {
    private final PropertiesCheck check =
            PropertiesCheck.of(IndexProperties.class).requiring(Map.of("address", "http://127.0.0.1:9200"));

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml("address");
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("address", "https://search.example:9200"),
                Map.entry("api-key", "key"),
                Map.entry("prefix", "videos"),
                Map.entry("shards", "3"),
                Map.entry("replicas", "1"),
                Map.entry("refresh", "1s"),
                Map.entry("connect-timeout", "3s"),
                Map.entry("write-timeout", "20s"),
                Map.entry("query-timeout", "4s"),
                Map.entry("max-connections", "10")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("address", "", "127.0.0.1:9200", "ftp://x");
        check.assertRefused("prefix", "", "Videos", "_x", "a/b");
        check.assertRefused("shards", "0", "many");
        check.assertRefused("replicas", "-1");
        check.assertRefused("refresh", "0s", "2m");
        check.assertRefused("query-timeout", "0s", "2m");
        check.assertRefused("max-connections", "0");
    }
}
