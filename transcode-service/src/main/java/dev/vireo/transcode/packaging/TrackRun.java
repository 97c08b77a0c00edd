package dev.vireo.transcode.packaging;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The samples of one fragment: tfhd, tfdt and trun boxes read together.
 *
 * @param shown when each of them is shown, in ticks
 */
record TrackRun(long decodeTime, long ticks, List<Long> shown, boolean startsWithKey) {

    private static final int FLAGS = 0xFFFFFF;
    private static final int TFHD_BASE_DATA_OFFSET = 0x01;
    private static final int TFHD_DESCRIPTION = 0x02;
    private static final int TFHD_DURATION = 0x08;
    private static final int TFHD_SIZE = 0x10;
    private static final int TFHD_SAMPLE_FLAGS = 0x20;
    private static final int TRUN_DATA_OFFSET = 0x01;
    private static final int TRUN_FIRST_FLAGS = 0x04;
    private static final int TRUN_DURATION = 0x100;
    private static final int TRUN_SIZE = 0x200;
    private static final int TRUN_FLAGS = 0x400;
    private static final int TRUN_COMPOSITION = 0x800;
    private static final int NOT_SYNC = 0x10000;
    private static final int FULL_BOX = 4;
    private static final int INT = 4;
    private static final int LONG = 8;

    static TrackRun of(ByteBuffer data, Box track) {
        Box header = require(data, track, "tfhd");
        Box time = require(data, track, "tfdt");
        int flags = data.getInt(header.content()) & FLAGS;
        int at = header.content() + FULL_BOX + INT;
        at += (flags & TFHD_BASE_DATA_OFFSET) != 0 ? LONG : 0;
        at += (flags & TFHD_DESCRIPTION) != 0 ? INT : 0;
        long duration = (flags & TFHD_DURATION) != 0 ? Integer.toUnsignedLong(data.getInt(at)) : 0;
        at += (flags & TFHD_DURATION) != 0 ? INT : 0;
        at += (flags & TFHD_SIZE) != 0 ? INT : 0;
        int sampleFlags = (flags & TFHD_SAMPLE_FLAGS) != 0 ? data.getInt(at) : 0;
        long decodeTime = data.get(time.content()) == 1
                ? data.getLong(time.content() + FULL_BOX)
                : Integer.toUnsignedLong(data.getInt(time.content() + FULL_BOX));
        TrackRun sum = new TrackRun(decodeTime, 0, List.of(), false);
        for (Box run : Box.in(data, track.content(), track.end())) {
            if (run.type().equals("trun")) {
                sum = sum.plus(data, run, duration, sampleFlags);
            }
        }
        return sum;
    }

    private TrackRun plus(ByteBuffer data, Box run, long usualDuration, int usualFlags) {
        int flags = data.getInt(run.content()) & FLAGS;
        int count = data.getInt(run.content() + FULL_BOX);
        if (count < 0 || count > data.capacity()) {
            throw new MalformedMediaException("A box of " + count + " samples does not fit");
        }
        int at = run.content() + FULL_BOX + INT;
        at += (flags & TRUN_DATA_OFFSET) != 0 ? INT : 0;
        boolean ownFirst = (flags & TRUN_FIRST_FLAGS) != 0;
        int first = ownFirst ? data.getInt(at) : usualFlags;
        at += ownFirst ? INT : 0;
        if (!ownFirst && (flags & TRUN_FLAGS) != 0 && count > 0) {
            first = data.getInt(at + stride(flags & (TRUN_DURATION | TRUN_SIZE)));
        }
        boolean key = shown.isEmpty() ? (first & NOT_SYNC) == 0 : startsWithKey;
        return with(data, at, count, flags, usualDuration, key);
    }

    private TrackRun with(ByteBuffer data, int at, int count, int flags, long usualDuration, boolean key) {
        boolean ownDuration = (flags & TRUN_DURATION) != 0;
        boolean reordered = (flags & TRUN_COMPOSITION) != 0;
        List<Long> times = new ArrayList<>(shown);
        long end = decodeTime + ticks;
        for (int sample = 0; sample < count; sample++) {
            int row = at + sample * stride(flags);
            int composition = row + stride(flags & (TRUN_DURATION | TRUN_SIZE | TRUN_FLAGS));
            times.add(end + (reordered ? data.getInt(composition) : 0));
            end += ownDuration ? Integer.toUnsignedLong(data.getInt(row)) : usualDuration;
        }
        return new TrackRun(decodeTime, end - decodeTime, times, key);
    }

    private static int stride(int flags) {
        return INT * Integer.bitCount(flags & (TRUN_DURATION | TRUN_SIZE | TRUN_FLAGS | TRUN_COMPOSITION));
    }

    private static Box require(ByteBuffer data, Box parent, String type) {
        return Box.find(data, parent.content(), parent.end(), type)
                .orElseThrow(() -> new MalformedMediaException("A fragment without " + type));
    }
}
