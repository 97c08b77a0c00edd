package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;
import org.springframework.util.unit.DataSize;

final class UploadPropertiesTest {
    @Test
    void everythingHasADefault() {
        UploadProperties properties = bind(Map.of());

        assertThat(properties.maxSize()).isEqualTo(DataSize.ofGigabytes(40));
        assertThat(properties.quota()).isEqualTo(DataSize.ofGigabytes(50));
        assertThat(properties.maxOpen()).isEqualTo(100);
        assertThat(properties.partSize()).isEqualTo(DataSize.ofMegabytes(8));
        assertThat(properties.sliceSize()).isEqualTo(DataSize.ofMegabytes(1));
        assertThat(properties.expireAfter()).isEqualTo(Duration.ofHours(24));
        assertThat(properties.keepCompleted()).isEqualTo(Duration.ofHours(24));
        assertThat(properties.finishAfter()).isEqualTo(Duration.ofSeconds(30));
        assertThat(properties.sweepInterval()).isEqualTo(Duration.ofMinutes(1));
    }

    @Test
    void everythingCanBeSet() {
        UploadProperties properties = bind(Map.of(
                "vireo.upload.max-size", "1GB",
                "vireo.upload.quota", "2GB",
                "vireo.upload.max-open", "3",
                "vireo.upload.part-size", "16MB",
                "vireo.upload.slice-size", "2MB",
                "vireo.upload.expire-after", "1h",
                "vireo.upload.keep-completed", "2h",
                "vireo.upload.finish-after", "1s",
                "vireo.upload.sweep-interval", "2s"));

        assertThat(properties)
                .isEqualTo(new UploadProperties(
                        DataSize.ofGigabytes(1),
                        DataSize.ofGigabytes(2),
                        3,
                        DataSize.ofMegabytes(16),
                        DataSize.ofMegabytes(2),
                        Duration.ofHours(1),
                        Duration.ofHours(2),
                        Duration.ofSeconds(1),
                        Duration.ofSeconds(2)));
    }

    @Test
    void impossibleSizesAreRefused() {
        assertRefused("vireo.upload.part-size", "4MB");
        assertRefused("vireo.upload.part-size", "33MB");
        assertRefused("vireo.upload.slice-size", "0B");
        assertRefused("vireo.upload.slice-size", "9MB");
        assertRefused("vireo.upload.max-size", "0B");
        assertRefused("vireo.upload.max-size", "1TB");
    }

    private static void assertRefused(String key, String value) {
        assertThatThrownBy(() -> bind(Map.of(key, value)))
                .isInstanceOf(BindException.class)
                .rootCause()
                .hasMessageContaining(key);
    }

    private static UploadProperties bind(Map<String, String> values) {
        return new Binder(new MapConfigurationPropertySource(values))
                .bindOrCreate("vireo.upload", UploadProperties.class);
    }
}
