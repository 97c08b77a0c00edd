package dev.vireo.transcode.packaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

class MediaSegmentTest {

    private static final int SYNC = 0x2000000;
    private static final int NOT_SYNC = 0x1010000;

    @Test
    void readsTimeLengthAndKeyFrame() {
        byte[] segment = join(fragment(5000, 512, SYNC, 3), fragment(6536, 512, NOT_SYNC, 2));
        assertThat(MediaSegment.parse(segment))
                .contains(new MediaSegment(5000, 5 * 512, List.of(5000L, 5512L, 6024L, 6536L, 7048L), true));
        assertThat(MediaSegment.parse(fragment(0, 512, NOT_SYNC, 1)))
                .contains(new MediaSegment(0, 512, List.of(0L), false));
        assertThat(MediaSegment.parse(box("styp", new byte[16]))).isEqualTo(Optional.empty());
    }

    @Test
    void numbersItsFragments() {
        byte[] segment = join(fragment(0, 512, SYNC, 1), fragment(512, 512, NOT_SYNC, 1));
        MediaSegment.number(segment, 41);
        byte[] header = ByteBuffer.allocate(8).putInt(0).putInt(41).array();
        assertThat(indexOf(segment, box("mfhd", header))).isNotNegative();
        byte[] second = ByteBuffer.allocate(8).putInt(0).putInt(42).array();
        assertThat(indexOf(segment, box("mfhd", second))).isPositive();
    }

    @Test
    void refusesBytesThatAreNoBoxesWithoutHanging() {
        assertThatThrownBy(() -> MediaSegment.parse(new byte[] {0, 0, 0, 4, 'm', 'o', 'o', 'f', 0, 0, 0, 0}))
                .isInstanceOf(MalformedMediaException.class);
        Random random = new Random(9);
        for (int round = 0; round < 2000; round++) {
            byte[] noise = new byte[random.nextInt(64)];
            random.nextBytes(noise);
            try {
                assertThat(MediaSegment.parse(noise)).isEmpty();
            } catch (MalformedMediaException refused) {
                assertThat(refused).hasMessageContaining("box");
            }
        }
    }

    private static byte[] fragment(long time, int duration, int firstFlags, int samples) {
        ByteBuffer run = ByteBuffer.allocate(12 + 4 * samples)
                .putInt(0x000204)
                .putInt(samples)
                .putInt(firstFlags);
        for (int sample = 0; sample < samples; sample++) {
            run.putInt(100);
        }
        byte[] track = join(
                box(
                        "tfhd",
                        ByteBuffer.allocate(12)
                                .putInt(0x020008)
                                .putInt(1)
                                .putInt(duration)
                                .array()),
                join(
                        box(
                                "tfdt",
                                ByteBuffer.allocate(12)
                                        .putInt(0x01000000)
                                        .putLong(time)
                                        .array()),
                        box("trun", run.array())));
        byte[] number = ByteBuffer.allocate(8).putInt(0).putInt(1).array();
        return join(box("moof", join(box("mfhd", number), box("traf", track))), box("mdat", new byte[100]));
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(8 + content.length)
                .putInt(8 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] join(byte[] first, byte[] second) {
        return ByteBuffer.allocate(first.length + second.length)
                .put(first)
                .put(second)
                .array();
    }

    private static int indexOf(byte[] in, byte[] what) {
        return new String(in, StandardCharsets.ISO_8859_1).indexOf(new String(what, StandardCharsets.ISO_8859_1));
    }
}
