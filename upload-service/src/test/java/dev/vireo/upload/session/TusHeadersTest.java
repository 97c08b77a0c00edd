package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.kit.error.PlatformException;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

final class TusHeadersTest {
    @Test
    void datesHaveTheFixedForm() {
        assertThat(TusHeaders.date(Instant.parse("2026-02-03T04:05:06.789Z")))
                .isEqualTo("Tue, 03 Feb 2026 04:05:06 GMT");
    }

    @Test
    void numbersAreRead() {
        assertThat(TusHeaders.number("Upload-Offset", "0")).isZero();
        assertThat(TusHeaders.number("Upload-Offset", "999999999999999999")).isEqualTo(999_999_999_999_999_999L);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " 1", "+1", "-1", "1e3", "0x1", "9999999999999999999", "\u0661"})
    void otherThingsAreNoNumbers(@org.jspecify.annotations.Nullable String value) {
        assertThatThrownBy(() -> TusHeaders.number("Upload-Offset", value))
                .isInstanceOf(PlatformException.class)
                .hasMessageContaining("Upload-Offset");
    }

    @Test
    void theContentTypeMayHaveParameters() {
        assertThat(TusHeaders.isOffsetStream("Application/Offset+Octet-Stream; x=1"))
                .isTrue();
        assertThat(TusHeaders.isOffsetStream("application/octet-stream")).isFalse();
        assertThat(TusHeaders.isOffsetStream(null)).isFalse();
    }

    @Test
    void theLocationIsBelowTheAddressThatTheClientKnows() {
        UploadId id = new UploadId(new UUID(0, 1));
        assertThat(TusHeaders.location("http://localhost:8080/", id))
                .isEqualTo("http://localhost:8080/api/v1/uploads/00000000-0000-0000-0000-000000000001");
        assertThat(TusHeaders.location(null, id)).startsWith("/api/v1/uploads/");
    }
}
