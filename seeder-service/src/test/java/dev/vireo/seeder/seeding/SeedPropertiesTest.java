package dev.vireo.seeder.seeding;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.PropertiesCheck;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SeedPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(SeedProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.of(
                "lease", "5s",
                "tries", "1",
                "attempts", "2",
                "window", "10",
                "retry-pause", "0s",
                "requeue-after", "1m",
                "sweep-every", "1s"));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("lease", "0s", "-1s", "2s", "2h");
        check.assertRefused("tries", "0", "21");
        check.assertRefused("attempts", "0", "1001");
        check.assertRefused("window", "0", "100001");
        check.assertRefused("retry-pause", "-1s", "2h");
        check.assertRefused("requeue-after", "0s", "2d");
        check.assertRefused("sweep-every", "0s", "1h");
    }

    @Test
    void pausesLongerAfterEachFailure() {
        Duration second = Duration.ofSeconds(1);
        SeedProperties properties = new SeedProperties(second, 3, 30, second, 1, second, second);
        assertThat(properties.pause(1)).isEqualTo(second);
        assertThat(properties.pause(3)).isEqualTo(Duration.ofSeconds(4));
        assertThat(properties.pause(60)).isEqualTo(Duration.ofMinutes(5));
    }
}
