package dev.vireo.transcode.encode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.transcode.ladder.CopyLimits;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

class CopyPropertiesTest {

    @Test
    void theDefaultsCopyWhatUsualEncodersMake() {
        CopyProperties defaults = bind(Map.of());
        assertThat(defaults)
                .isEqualTo(new CopyProperties(
                        1.5,
                        Duration.ofSeconds(8),
                        DataSize.ofGigabytes(16),
                        Duration.ofSeconds(30),
                        Duration.ofSeconds(3)));
        assertThat(defaults.limits()).isEqualTo(new CopyLimits(1.5, 8_000_000, 16L << 30));
        assertThat(defaults.longestLaterMicros()).isEqualTo(16_000_000);
    }

    @Test
    void everyKeyIsMapped() {
        assertThat(bind(Map.of(
                        "vireo.transcode.copy.rate-factor", "2",
                        "vireo.transcode.copy.longest-segment", "6s",
                        "vireo.transcode.copy.largest", "1GB",
                        "vireo.transcode.copy.look", "10s",
                        "vireo.transcode.copy.look-time", "1s")))
                .isEqualTo(new CopyProperties(
                        2,
                        Duration.ofSeconds(6),
                        DataSize.ofGigabytes(1),
                        Duration.ofSeconds(10),
                        Duration.ofSeconds(1)));
    }

    @Test
    void wrongValuesAreRefused() {
        assertThatThrownBy(() -> bind(Map.of("vireo.transcode.copy.look", "soon")))
                .isInstanceOf(BindException.class);
    }

    private static CopyProperties bind(Map<String, String> keys) {
        return new Binder(new MapConfigurationPropertySource(keys))
                .bindOrCreate("vireo.transcode.copy", CopyProperties.class);
    }
}
