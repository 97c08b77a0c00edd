package dev.vireo.gateway.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;

final class RateLimitsTest {
    @Test
    void givesEachCallerItsOwnAndSaysWhenToComeAgain() {
        RateLimits limits = new RateLimits(2, 100);
        limits.take("alice");
        limits.take("alice");
        limits.take("bob");
        assertThatThrownBy(() -> limits.take("alice"))
                .isInstanceOfSatisfying(
                        TooManyRequestsException.class,
                        limited -> assertThat(limited.seconds()).isBetween(1L, 30L));
    }

    @Test
    void waitsWholeSecondsAndAtLeastOne() {
        assertThat(new TooManyRequestsException(Duration.ofMillis(1)).seconds()).isEqualTo(1);
        assertThat(new TooManyRequestsException(Duration.ofMillis(1001)).seconds())
                .isEqualTo(2);
    }
}
