package dev.vireo.transcode.packaging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * H.264 pictures as ISO/IEC 14496-15 stores them: NAL units, each with its length before it, and the parameter sets that
 * they need beside them, in the initialization section.
 *
 * @param parameterSets those of the initialization section
 */
public record AvcPictures(Set<ByteBuffer> parameterSets) {

    private static final int LENGTH = 4;
    private static final int TYPE = 0x1F;
    private static final int SLICE = 1;
    private static final int IDR_SLICE = 5;
    private static final int SEQUENCE_PARAMETER_SET = 7;
    private static final int PICTURE_PARAMETER_SET = 8;
    private static final int CONFIGURATION_HEADER = 5;
    private static final int COUNT = 0x1F;
    private static final int START_CODE = 3;

    public AvcPictures {
        parameterSets = Set.copyOf(parameterSets);
    }

    /** Reads the parameter sets of an initialization section. */
    public static AvcPictures of(byte[] init) {
        ByteBuffer data = ByteBuffer.wrap(init);
        Set<ByteBuffer> sets = new HashSet<>();
        InitializationSection.avcConfiguration(data).ifPresent(box -> {
            int at = box.content() + CONFIGURATION_HEADER;
            at = read(data, at, data.get(at) & COUNT, sets);
            read(data, at, Byte.toUnsignedInt(data.get(at)), sets);
        });
        return new AvcPictures(sets);
    }

    /**
     * True when a segment has whole NAL units and nothing else, and its first picture is an IDR picture: whatever was
     * decoded before does not matter.
     */
    public boolean startAfresh(byte[] segment) {
        return units(segment).stream()
                .map(AvcPictures::type)
                .filter(type -> type >= SLICE && type <= IDR_SLICE)
                .findFirst()
                .filter(type -> type == IDR_SLICE)
                .isPresent();
    }

    /** True when a segment brings parameter sets of its own: then players would decode others with the wrong ones. */
    public boolean changeParameters(byte[] segment) {
        return units(segment).stream()
                .filter(unit -> type(unit) == SEQUENCE_PARAMETER_SET || type(unit) == PICTURE_PARAMETER_SET)
                .anyMatch(unit -> !parameterSets.contains(unit));
    }

    /** True when a byte stream (ITU-T H.264, Annex B) of nothing but parameter sets has others than are known. */
    public boolean changeParametersIn(byte[] stream) {
        int begin = -1;
        for (int at = 0; at <= stream.length; at++) {
            if (at == stream.length || startCode(stream, at)) {
                if (begin >= 0 && !parameterSets.contains(unit(stream, begin, at))) {
                    return true;
                }
                begin = at + START_CODE;
            }
        }
        return false;
    }

    private static boolean startCode(byte[] stream, int at) {
        return at + START_CODE < stream.length && stream[at] == 0 && stream[at + 1] == 0 && stream[at + 2] == 1;
    }

    /** Without the zeros that may follow a unit; its own last byte is none. */
    private static ByteBuffer unit(byte[] stream, int begin, int end) {
        int last = end;
        while (last > begin && stream[last - 1] == 0) {
            last--;
        }
        return ByteBuffer.wrap(stream, begin, last - begin);
    }

    /** The NAL units of a segment; none when there is anything else in their place. */
    private static List<ByteBuffer> units(byte[] segment) {
        ByteBuffer data = ByteBuffer.wrap(segment);
        List<ByteBuffer> units = new ArrayList<>();
        for (Box box : Box.in(data, 0, segment.length)) {
            int at = box.content();
            while (box.type().equals("mdat") && at < box.end()) {
                int length = box.end() - at > LENGTH ? data.getInt(at) : 0;
                if (length < 1 || length > box.end() - at - LENGTH) {
                    return List.of();
                }
                units.add(data.slice(at + LENGTH, length));
                at += LENGTH + length;
            }
        }
        return units;
    }

    private static int type(ByteBuffer unit) {
        return unit.get(0) & TYPE;
    }

    /** Adds as many sets as the byte at {@code at} said, each with its length before it; gives where they end. */
    private static int read(ByteBuffer data, int at, int count, Set<ByteBuffer> sets) {
        int next = at + 1;
        for (int set = 0; set < count; set++) {
            int length = Short.toUnsignedInt(data.getShort(next));
            sets.add(data.slice(next + Short.BYTES, length));
            next += Short.BYTES + length;
        }
        return next;
    }
}
