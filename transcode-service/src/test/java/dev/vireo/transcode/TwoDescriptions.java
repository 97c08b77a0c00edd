package dev.vireo.transcode;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Gives an MP4 file of one track, its index at the end, a second description of its samples (ISO/IEC 14496-12, stsd), as
 * programs do that join films. It differs in the parameters of the pictures.
 */
final class TwoDescriptions {

    private static final Set<String> CONTAINERS = Set.of("moov", "trak", "mdia", "minf", "stbl");
    private static final int HEADER = 8;
    private static final int FIRST_ENTRY = 16;
    private static final int FIRST_SIZE = 20;
    private static final int IN_PARAMETERS = 22;

    private final int first;
    private final int rest;
    private int firstBytes;

    private TwoDescriptions(int first, int rest) {
        this.first = first;
        this.rest = rest;
    }

    /** The first samples keep their description, the rest get the second one. */
    static void give(Path film, int first, int rest) {
        try {
            byte[] bytes = Files.readAllBytes(film);
            Files.write(film, new TwoDescriptions(first, rest).boxes(bytes, 0));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private byte[] boxes(byte[] bytes, int from) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        ByteBuffer data = ByteBuffer.wrap(bytes).position(from);
        while (data.hasRemaining()) {
            byte[] box = new byte[data.getInt(data.position())];
            data.get(box);
            all.writeBytes(changed(box));
        }
        return all.toByteArray();
    }

    private byte[] changed(byte[] box) {
        ByteBuffer data = ByteBuffer.wrap(box);
        String type = new String(box, Integer.BYTES, Integer.BYTES, StandardCharsets.US_ASCII);
        if (CONTAINERS.contains(type)) {
            return box(type, boxes(box, HEADER));
        }
        return switch (type) {
            case "stsd" -> descriptions(box);
            case "stsc" -> box(type, table(2, 1, first, 1, 2, rest, 2));
            case "stsz" -> {
                for (int sample = 0; sample < first; sample++) {
                    firstBytes += data.getInt(FIRST_SIZE + sample * Integer.BYTES);
                }
                yield box;
            }
            case "stco" -> {
                int offset = data.getInt(FIRST_ENTRY);
                yield box(type, table(2, offset, offset + firstBytes));
            }
            default -> box;
        };
    }

    private static byte[] descriptions(byte[] box) {
        int length = box.length - FIRST_ENTRY;
        ByteBuffer both = ByteBuffer.allocate(HEADER + 2 * length).putInt(0).putInt(2);
        both.put(box, FIRST_ENTRY, length);
        int second = both.position();
        both.put(box, FIRST_ENTRY, length);
        int parameters = second + new String(box, StandardCharsets.ISO_8859_1).indexOf("avcC") - FIRST_ENTRY;
        both.put(parameters + IN_PARAMETERS, (byte) (both.get(parameters + IN_PARAMETERS) ^ 1));
        return box("stsd", both.array());
    }

    private static byte[] table(int... values) {
        ByteBuffer table =
                ByteBuffer.allocate((values.length + 1) * Integer.BYTES).putInt(0);
        for (int value : values) {
            table.putInt(value);
        }
        return table.array();
    }

    private static byte[] box(String type, byte[] content) {
        return ByteBuffer.allocate(HEADER + content.length)
                .putInt(HEADER + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }
}
