package dev.vireo.search.trend;

import dev.vireo.testkit.PropertiesCheck;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TrendPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(TrendProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of(
                "name", "trend.two",
                "folder", "/var/lib/vireo/trend",
                "threads", "2",
                "memory", "32MB",
                "watch-time", "10s",
                "window", "1h",
                "first-interval", "200ms",
                "interval", "1m"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("name", "", "Trend", "a b");
        check.assertRefused("threads", "0", "65");
        check.assertRefused("memory", "1MB", "17GB");
        check.assertRefused("watch-time", "0s", "11m");
        check.assertRefused("window", "59s", "25h");
        check.assertRefused("first-interval", "99ms", "2h");
        check.assertRefused("interval", "0s", "2h");
    }
}
