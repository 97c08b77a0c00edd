package dev.vireo.transcode.packaging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A media segment of one track as an encoder wrote it.
 *
 * @param decodeTime base media decode time of its first fragment, in ticks
 * @param ticks length of its samples, in ticks
 * @param shown when each of its samples is shown, in ticks, in the order of decoding
 * @param startsWithKey its first sample can be decoded alone
 */
public record MediaSegment(long decodeTime, long ticks, List<Long> shown, boolean startsWithKey) {

    private static final int SEQUENCE_OFFSET = 4;

    public MediaSegment {
        shown = List.copyOf(shown);
    }

    /** How many frames it has. */
    public int samples() {
        return shown.size();
    }

    /** Reads a segment; empty when it has no samples. */
    public static Optional<MediaSegment> parse(byte[] bytes) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        List<TrackRun> runs = new ArrayList<>();
        for (Box fragment : fragments(data)) {
            Box track = Box.find(data, fragment.content(), fragment.end(), "traf")
                    .orElseThrow(() -> new MalformedMediaException("A fragment without a track"));
            runs.add(TrackRun.of(data, track));
        }
        if (runs.isEmpty() || runs.stream().allMatch(run -> run.shown().isEmpty())) {
            return Optional.empty();
        }
        TrackRun first = runs.getFirst();
        return Optional.of(new MediaSegment(
                first.decodeTime(),
                runs.stream().mapToLong(TrackRun::ticks).sum(),
                runs.stream().flatMap(run -> run.shown().stream()).toList(),
                first.startsWithKey()));
    }

    /** Gives the fragments of a segment the sequence numbers from {@code first} on, in place. */
    public static void number(byte[] bytes, int first) {
        ByteBuffer data = ByteBuffer.wrap(bytes);
        int sequence = first;
        for (Box fragment : fragments(data)) {
            Box header = Box.find(data, fragment.content(), fragment.end(), "mfhd")
                    .orElseThrow(() -> new MalformedMediaException("A fragment without a header"));
            data.putInt(header.content() + SEQUENCE_OFFSET, sequence);
            sequence++;
        }
    }

    private static List<Box> fragments(ByteBuffer data) {
        return Box.in(data, 0, data.capacity()).stream()
                .filter(box -> box.type().equals("moof"))
                .toList();
    }
}
