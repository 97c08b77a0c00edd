package dev.vireo.transcode.packaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Set;
import org.junit.jupiter.api.Test;

class AvcPicturesTest {

    private static final int DELIMITER = 9;
    private static final int IDR = 5;
    private static final int OTHER = 1;
    private static final int SEQUENCE = 7;
    private static final int PICTURE = 8;
    private static final AvcPictures NONE = new AvcPictures(Set.of());

    @Test
    void anIdrPictureStartsAfresh() {
        assertThat(NONE.startAfresh(segment(units(DELIMITER, IDR, OTHER)))).isTrue();
        assertThat(NONE.startAfresh(segment(units(IDR)))).isTrue();
    }

    @Test
    void anyOtherPictureDoesNot() {
        assertThat(NONE.startAfresh(segment(units(DELIMITER, OTHER, IDR)))).isFalse();
        assertThat(NONE.startAfresh(segment(units(DELIMITER)))).isFalse();
        assertThat(NONE.startAfresh(segment(new byte[0]))).isFalse();
    }

    @Test
    void damagedUnitsAreSeen() {
        byte[] units = units(IDR, OTHER, OTHER);
        units[15] = 40;
        assertThat(NONE.startAfresh(segment(units))).isFalse();
        units[15] = 0;
        assertThat(NONE.startAfresh(segment(units))).isFalse();
        assertThat(NONE.startAfresh(segment(new byte[] {0, 0, 0}))).isFalse();
        assertThat(NONE.startAfresh(segment(new byte[] {-1, 0, 0, 1, IDR}))).isFalse();
    }

    @Test
    void parametersThatAreKnownChangeNothing() {
        AvcPictures known = AvcPictures.of(init(set(SEQUENCE, 0), set(PICTURE, 0)));
        assertThat(known.changeParameters(segment(units(DELIMITER, IDR, OTHER))))
                .isFalse();
        assertThat(known.changeParameters(segment(units(SEQUENCE, PICTURE, IDR))))
                .isFalse();
    }

    @Test
    void otherParametersAreSeenWhereverTheyCome() {
        AvcPictures known = AvcPictures.of(init(set(SEQUENCE, 3), set(PICTURE, 0)));
        assertThat(known.changeParameters(segment(units(SEQUENCE, PICTURE, IDR))))
                .isTrue();
        assertThat(known.changeParameters(segment(units(IDR, OTHER, SEQUENCE)))).isTrue();
        assertThat(known.changeParameters(segment(units(IDR, OTHER, PICTURE)))).isFalse();
        assertThat(NONE.changeParameters(segment(units(PICTURE, IDR)))).isTrue();
    }

    @Test
    void readsParametersOfAByteStream() {
        AvcPictures known = AvcPictures.of(init(set(SEQUENCE, 3), set(PICTURE, 4)));
        assertThat(known.changeParametersIn(stream(set(SEQUENCE, 3), set(PICTURE, 4), set(SEQUENCE, 3))))
                .isFalse();
        assertThat(known.changeParametersIn(stream(set(SEQUENCE, 3), set(PICTURE, 5))))
                .isTrue();
        assertThat(known.changeParametersIn(stream(set(SEQUENCE, 5), set(PICTURE, 4))))
                .isTrue();
        assertThat(known.changeParametersIn(new byte[0])).isFalse();
        assertThat(known.changeParametersIn(new byte[] {0, 0, 1})).isFalse();
    }

    private static byte[] stream(byte[]... sets) {
        ByteBuffer stream = ByteBuffer.allocate(12 * sets.length);
        Arrays.stream(sets).forEach(set -> stream.putInt(1).put(set));
        return stream.array();
    }

    /** As {@link #units} makes them, but for the last byte. */
    private static byte[] set(int type, int last) {
        byte[] set = new byte[8];
        set[0] = (byte) (0x60 | type);
        set[7] = (byte) last;
        return set;
    }

    private static byte[] init(byte[] sequence, byte[] picture) {
        ByteBuffer configuration = ByteBuffer.allocate(11 + sequence.length + picture.length);
        configuration.put(new byte[] {1, 0x64, 0, 31, -1, (byte) 0xE1});
        configuration.putShort((short) sequence.length).put(sequence);
        configuration.put((byte) 1).putShort((short) picture.length).put(picture);
        byte[] entry = box("avc1", new byte[78], box("avcC", configuration.array()));
        byte[] table = box("stbl", box("stsd", new byte[8], entry));
        return box("moov", box("trak", box("mdia", box("minf", table))));
    }

    private static byte[] box(String type, byte[]... contents) {
        int length =
                8 + Arrays.stream(contents).mapToInt(content -> content.length).sum();
        ByteBuffer box = ByteBuffer.allocate(length).putInt(length).put(type.getBytes(StandardCharsets.US_ASCII));
        Arrays.stream(contents).forEach(box::put);
        return box.array();
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
