package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.kit.identity.InstanceId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

final class MediaSignaturesTest {
    private static final Instant NOW = Instant.parse("2026-11-21T12:00:00Z");
    private static final InstanceId MAIN = new InstanceId("main");
    private static final String VIDEO = "01930000-0000-7000-8000-000000000001";
    private final MediaSignatures signatures = at(NOW, "k".repeat(32));
    private final MediaPath.Grant grant = signatures.grant(MAIN, VIDEO, 1);

    private static MediaSignatures at(Instant now, String key) {
        return new MediaSignatures(key, Duration.ofHours(1), Clock.fixed(now, ZoneOffset.UTC));
    }

    @Test
    void holdsForExactlyWhatItWasGivenFor() {
        assertThat(signatures.valid(grant, MAIN, VIDEO, 1)).isTrue();
        assertThat(signatures.valid(grant, MAIN, VIDEO, 2)).isFalse();
        assertThat(signatures.valid(grant, new InstanceId("second"), VIDEO, 1)).isFalse();
        assertThat(signatures.valid(grant, MAIN, VIDEO.replace('1', '2'), 1)).isFalse();
        assertThat(signatures.valid(new MediaPath.Grant(grant.expiry() + 1, grant.mac()), MAIN, VIDEO, 1))
                .isFalse();
        assertThat(at(NOW, "l".repeat(32)).valid(grant, MAIN, VIDEO, 1)).isFalse();
    }

    @Test
    void endsAtItsTimeAndNotBeforeItsLifetime() {
        Instant end = Instant.ofEpochSecond(grant.expiry());
        assertThat(Duration.between(NOW, end)).isBetween(Duration.ofHours(1), Duration.ofMinutes(76));
        assertThat(at(end.minusSeconds(1), "k".repeat(32)).valid(grant, MAIN, VIDEO, 1))
                .isTrue();
        assertThat(at(end, "k".repeat(32)).valid(grant, MAIN, VIDEO, 1)).isFalse();
    }

    @Test
    void staysTheSameForAWhileSoThatCachesHelp() {
        assertThat(at(NOW.plusSeconds(60), "k".repeat(32)).grant(MAIN, VIDEO, 1))
                .isEqualTo(grant);
    }

    @Test
    void fitsIntoAPath() {
        assertThat(MediaPath.parse(
                        "/media/s/" + grant.expiry() + "-" + grant.mac() + "/" + VIDEO + "/1/progress/720p/0.m4s"))
                .isPresent();
    }
}
