package dev.vireo.transcode.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AvcPicturesTest {

    private static final int DELIMITER = 9;
    private static final int IDR = 5;
    private static final int OTHER = 1;

    @Test
    void anIdrPictureStartsAfresh() {
        assertThat(AvcPictures.startAfresh(segment(units(DELIMITER, IDR, OTHER))))
                .isTrue();
        assertThat(AvcPictures.startAfresh(segment(units(IDR)))).isTrue();
    }

    @Test
    void anyOtherPictureDoesNot() {
        assertThat(AvcPictures.startAfresh(segment(units(DELIMITER, OTHER, IDR))))
                .isFalse();
        assertThat(AvcPictures.startAfresh(segment(units(DELIMITER)))).isFalse();
        assertThat(AvcPictures.startAfresh(segment(new byte[0]))).isFalse();
    }

    @Test
    void damagedUnitsAreSeen() {
        byte[] units = units(IDR, OTHER, OTHER);
        units[15] = 40;
        assertThat(AvcPictures.startAfresh(segment(units))).isFalse();
        units[15] = 0;
        assertThat(AvcPictures.startAfresh(segment(units))).isFalse();
        assertThat(AvcPictures.startAfresh(segment(new byte[] {0, 0, 0}))).isFalse();
        assertThat(AvcPictures.startAfresh(segment(new byte[] {-1, 0, 0, 1, IDR})))
                .isFalse();
    }

    private static byte[] units(int... types) {
        ByteBuffer units = ByteBuffer.allocate(12 * types.length);
        for (int type : types) {
            units.putInt(8).put((byte) (0x60 | type)).put(new byte[7]);
        }
        return units.array();
    }

    private static byte[] segment(byte[] units) {
        return ByteBuffer.allocate(8 + units.length)
                .putInt(8 + units.length)
                .put("mdat".getBytes(StandardCharsets.US_ASCII))
                .put(units)
                .array();
    }
}
