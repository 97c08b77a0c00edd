package dev.vireo.transcode.encode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.PropertiesCheck;
import dev.vireo.transcode.ladder.CopyLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.util.unit.DataSize;

final class CopyPropertiesTest {
    private final PropertiesCheck check = PropertiesCheck.of(CopyProperties.class);

    @Test
    void isWholeInTheApplicationsSettings() {
        check.assertApplicationYaml();
    }

    @Test
    void takesEveryKey() {
        check.assertMapping(Map.ofEntries(
                Map.entry("rate-factor", "2"),
                Map.entry("longest-segment", "6s"),
                Map.entry("largest", "1GB"),
                Map.entry("look", "10s"),
                Map.entry("look-time", "1s")));
    }

    @Test
    void refusesNonsense() {
        check.assertRefused("rate-factor", "0", "-1", "101");
        check.assertRefused("longest-segment", "0s", "-1s", "2m");
        check.assertRefused("largest", "0B", "-1GB");
        check.assertRefused("look", "0s", "soon", "2h");
        check.assertRefused("look-time", "0s", "1h");
    }

    @Test
    void givesTheLimitsInTheirOwnUnits() {
        CopyProperties properties = new CopyProperties(
                1.5, Duration.ofSeconds(8), DataSize.ofGigabytes(16), Duration.ofSeconds(30), Duration.ofSeconds(3));
        assertThat(properties.limits()).isEqualTo(new CopyLimits(1.5, 8_000_000, 16L << 30));
        assertThat(properties.longestLaterMicros()).isEqualTo(16_000_000);
    }
}
