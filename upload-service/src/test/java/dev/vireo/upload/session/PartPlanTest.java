package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PartPlanTest {
    private static final long EIGHT = 8 * PartPlan.MEBIBYTE;

    private static final long MB = PartPlan.MEBIBYTE;

    @Test
    void aSmallFileHasTheLeastWindowAndOnePartInIt() {
        assertThat(PartPlan.partSize(1, EIGHT)).isEqualTo((int) EIGHT);
        assertThat(PartPlan.partSize(16 * EIGHT, EIGHT)).isEqualTo((int) EIGHT);
        assertThat(PartPlan.inFlight(16 * EIGHT, (int) EIGHT, EIGHT)).isEqualTo(1);
    }

    @Test
    void theWindowGrowsWithTheFileAndHoldsTwoParts() {
        assertThat(PartPlan.partSize(160 * MB, EIGHT)).isEqualTo((int) (5 * MB));
        assertThat(PartPlan.partSize(256 * MB, EIGHT)).isEqualTo((int) (8 * MB));
        assertThat(PartPlan.partSize(512 * MB, EIGHT)).isEqualTo((int) (16 * MB));
        assertThat(PartPlan.partSize(30L << 30, EIGHT)).isEqualTo((int) (16 * MB));
        assertThat(PartPlan.inFlight(512 * MB, (int) (16 * MB), EIGHT)).isEqualTo(2);
    }

    @Test
    void partsOfAnotherPlanNeverAddUpToMoreThanTheWindow() {
        assertThat(PartPlan.inFlight(512 * MB, (int) PartPlan.LARGEST_PART, EIGHT))
                .isEqualTo(1);
        assertThat(PartPlan.inFlight(1, (int) (5 * MB), EIGHT)).isEqualTo(1);
        assertThat(PartPlan.inFlight(1, (int) PartPlan.LARGEST_PART, EIGHT)).isEqualTo(1);
    }

    @Test
    void noFileHasMorePartsThanTheStoreTakesOrMoreOnTheirWayThanTheWindow() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            long length = 1 + (long) (random.nextDouble() * (PartPlan.LARGEST_UPLOAD - 1));
            int size = PartPlan.partSize(length, EIGHT);
            assertThat((long) size).isBetween(PartPlan.SMALLEST_PART, PartPlan.LARGEST_PART);
            assertThat((long) size * PartPlan.inFlight(length, size, EIGHT))
                    .isLessThanOrEqualTo(PartPlan.window(length, EIGHT));
            assertThat(Math.ceilDiv(length, size)).isLessThanOrEqualTo(PartPlan.MOST_PARTS);
        }
        assertThat(Math.ceilDiv(PartPlan.LARGEST_UPLOAD, (long) PartPlan.partSize(PartPlan.LARGEST_UPLOAD, EIGHT)))
                .isEqualTo(PartPlan.MOST_PARTS);
    }
}
