package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;

final class PartPlanTest {
    private static final long EIGHT = 8 * PartPlan.MEBIBYTE;

    @Test
    void smallFilesHaveTheLeastParts() {
        assertThat(PartPlan.partSize(1, EIGHT)).isEqualTo((int) EIGHT);
        assertThat(PartPlan.partSize(16 * EIGHT, EIGHT)).isEqualTo((int) EIGHT);
    }

    @Test
    void partsGrowWithTheFile() {
        assertThat(PartPlan.partSize(256 * PartPlan.MEBIBYTE, EIGHT)).isEqualTo((int) (16 * PartPlan.MEBIBYTE));
        assertThat(PartPlan.partSize(512 * PartPlan.MEBIBYTE, EIGHT)).isEqualTo((int) PartPlan.LARGEST_PART);
        assertThat(PartPlan.partSize(30L << 30, EIGHT)).isEqualTo((int) PartPlan.LARGEST_PART);
    }

    @Test
    void noFileHasMorePartsThanTheStoreTakes() {
        Random random = new Random(1);
        for (int round = 0; round < 10_000; round++) {
            long length = 1 + (long) (random.nextDouble() * (PartPlan.LARGEST_UPLOAD - 1));
            int size = PartPlan.partSize(length, EIGHT);
            assertThat(size).isBetween((int) EIGHT, (int) PartPlan.LARGEST_PART);
            assertThat(Math.ceilDiv(length, size)).isLessThanOrEqualTo(PartPlan.MOST_PARTS);
        }
        assertThat(Math.ceilDiv(PartPlan.LARGEST_UPLOAD, (long) PartPlan.partSize(PartPlan.LARGEST_UPLOAD, EIGHT)))
                .isEqualTo(PartPlan.MOST_PARTS);
    }
}
