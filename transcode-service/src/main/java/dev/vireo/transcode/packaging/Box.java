package dev.vireo.transcode.packaging;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One box of ISO/IEC 14496-12.
 *
 * @param start offset of its header
 * @param content offset of its content
 * @param end offset after it
 */
record Box(String type, int start, int content, int end) {

    private static final int HEADER = 8;
    private static final int LARGE_HEADER = 16;
    private static final int TYPE_LENGTH = 4;

    /** The boxes that lie side by side in a range. */
    static List<Box> in(ByteBuffer bytes, int from, int to) {
        List<Box> boxes = new ArrayList<>();
        int at = from;
        while (at + HEADER <= to) {
            Box box = at(bytes, at, to);
            boxes.add(box);
            at = box.end();
        }
        return boxes;
    }

    /** The first box of a type among the children of a range. */
    static Optional<Box> find(ByteBuffer bytes, int from, int to, String type) {
        return in(bytes, from, to).stream()
                .filter(box -> box.type().equals(type))
                .findFirst();
    }

    /** Follows a path of types downwards. */
    static Optional<Box> path(ByteBuffer bytes, int from, int to, String... types) {
        Optional<Box> box = find(bytes, from, to, types[0]);
        for (int depth = 1; depth < types.length && box.isPresent(); depth++) {
            box = find(bytes, box.get().content(), box.get().end(), types[depth]);
        }
        return box;
    }

    private static Box at(ByteBuffer bytes, int at, int to) {
        long size = Integer.toUnsignedLong(bytes.getInt(at));
        byte[] name = new byte[TYPE_LENGTH];
        bytes.get(at + TYPE_LENGTH, name);
        int content = at + HEADER;
        if (size == 1 && at + LARGE_HEADER <= to) {
            size = bytes.getLong(at + HEADER);
            content = at + LARGE_HEADER;
        }
        if (size == 0) {
            size = to - (long) at;
        }
        if (size < content - at || at + size > to) {
            throw new MalformedMediaException("A box of " + size + " bytes at " + at + " does not fit");
        }
        return new Box(new String(name, StandardCharsets.ISO_8859_1), at, content, (int) (at + size));
    }
}
