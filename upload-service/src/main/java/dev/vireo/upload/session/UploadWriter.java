package dev.vireo.upload.session;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.origin.PartTag;
import dev.vireo.upload.source.ContainerSniffer;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Moves the bytes of one request into the origin and acknowledges them: each part as soon as it is durable, while the
 * next one streams, and at the end; or, with a checksum, only once and only if it is right. After a request that broke
 * off early it begins with little and doubles it, so that a client whose connections are always short gets on too.
 * Holds no more than a slice in memory, and that only when the length is not known. A writer that is not the newest one
 * cannot acknowledge anything.
 */
final class UploadWriter {
    private static final int MOST_TAILS = 32;

    private final UploadSession session;
    private final String multipartId;
    private final WriterRows rows;
    private final UploadObjects objects;
    private final BodyMeter meter;
    private final boolean atOnce;
    private final PartsInFlight inFlight;

    /** Most bytes before the next acknowledgement. */
    private long pace;

    private boolean wholePart;
    private long received;

    /** Up to here an acknowledgement is made, or on its way. */
    private long acknowledged;

    private List<Tail> tails;
    private final List<PartTag> newParts = new ArrayList<>();
    private final List<Tail> newTails = new ArrayList<>();
    private final List<Tail> oldTails = new ArrayList<>();

    UploadWriter(
            UploadSession session,
            String multipartId,
            WriterRows rows,
            UploadObjects objects,
            BodyMeter meter,
            PartsInFlight inFlight,
            long pace) {
        this.session = session;
        this.multipartId = multipartId;
        this.rows = rows;
        this.objects = objects;
        this.meter = meter;
        this.inFlight = inFlight;
        this.atOnce = meter.hasChecksum();
        this.pace = pace;
        this.received = session.progress().received();
        this.acknowledged = received;
        this.tails = session.progress().tails();
    }

    /** Takes everything; bytes that were acknowledged before a failure stay. */
    void write(UploadBody body, int sliceSize) throws IOException {
        boolean done = false;
        try (inFlight) {
            if (body.length() == UploadBody.UNKNOWN) {
                appendSlices(body.stream(), sliceSize);
            } else {
                append(body.stream(), body.length());
            }
            meter.verifyChecksum();
            acknowledge(false);
            done = true;
        } finally {
            if (!done) {
                objects.discard(session, newTails);
            }
        }
    }

    /** A sender that falls silent, or breaks off, finds what it had sent: it may never bring a whole slice at once. */
    private void appendSlices(InputStream stream, int sliceSize) throws IOException {
        byte[] slice = new byte[sliceSize];
        int filled;
        do {
            filled = 0;
            try {
                int read = 0;
                while (filled < sliceSize && read >= 0) {
                    read = meter.next(stream, slice, filled);
                    filled += Math.max(0, read);
                }
            } finally {
                appendSlice(slice, filled);
            }
        } while (filled > 0);
    }

    private void appendSlice(byte[] slice, int length) throws IOException {
        if (length > session.length() - received) {
            throw new PlatformException(
                    UploadErrorCode.TOO_LARGE, "The request has more bytes than Upload-Length says.");
        }
        append(new ByteArrayInputStream(slice, 0, length), length);
    }

    private void append(InputStream stream, long length) throws IOException {
        InputStream metered = meter.through(stream);
        long left = length;
        while (left > 0) {
            long toPart =
                    session.partSize() - tails.stream().mapToLong(Tail::size).sum();
            long toEnd = session.length() - received;
            long take = Math.min(Math.min(left, pace), Math.min(toPart, toEnd));
            left -= take;
            if (take == Math.min(toPart, toEnd)) {
                part(metered, take);
            } else {
                tail(metered, take);
                if (!atOnce) {
                    acknowledge(left > 0);
                }
            }
            pace = pace > take ? pace : pace * 2;
        }
    }

    private void part(InputStream stream, long length) throws IOException {
        inFlight.awaitRoom();
        int number = rows.reservePart();
        List<Tail> before = tails;
        PartsInFlight.Part sent = inFlight.send(
                new UploadObjects.Bytes(stream, length),
                body -> objects.putPart(session, multipartId, number, before, body));
        replaceTails(List.of());
        wholePart = true;
        received += length;
        if (atOnce) {
            sent.whenDurable(newParts::add);
        } else {
            Step step = step(false);
            sent.whenDurable(tag -> commit(step, List.of(tag)));
        }
    }

    /** A new object beside the others, or, when there are many, one in place of all. */
    private void tail(InputStream stream, long length) throws IOException {
        int number = rows.reserveTail();
        List<Tail> merged = tails.size() >= MOST_TAILS ? tails : List.of();
        Tail made = objects.putTail(session, number, merged, new UploadObjects.Bytes(stream, length));
        newTails.add(made);
        List<Tail> next = new ArrayList<>(merged.isEmpty() ? tails : List.of());
        next.add(made);
        replaceTails(next);
        received += length;
    }

    private void replaceTails(List<Tail> next) {
        tails.stream().filter(tail -> !next.contains(tail)).forEach(oldTails::add);
        tails = List.copyOf(next);
    }

    private void acknowledge(boolean moreToCome) throws IOException {
        inFlight.settle();
        if (received > acknowledged) {
            commit(step(moreToCome && !wholePart), List.copyOf(newParts));
            newParts.clear();
        }
    }

    /** From what was acknowledged, or will be, to here; to be taken before the next byte is read. */
    private Step step(boolean unfinished) {
        UploadProgress progress = new UploadProgress(received, meter.digestState(), meter.head(), tails);
        Step step = new Step(progress, unfinished, List.copyOf(newTails), List.copyOf(oldTails));
        acknowledged = received;
        // If the answer of the database is lost, the new ones may be acknowledged: they must stay.
        newTails.clear();
        oldTails.clear();
        return step;
    }

    private void commit(Step step, List<PartTag> parts) {
        refuseWhatIsNoVideo(step.progress());
        if (!rows.commit(step.progress(), parts, step.unfinished())) {
            objects.discard(session, step.made());
            throw WriterRows.takenOver();
        }
        objects.discard(session, step.replaced());
    }

    /** As early as the first bytes tell it, so that nobody sends gigabytes for nothing. */
    private void refuseWhatIsNoVideo(UploadProgress progress) {
        boolean enough = progress.head().size() == ContainerSniffer.HEAD || progress.received() == session.length();
        if (enough && ContainerSniffer.sniff(progress.head()).isEmpty()) {
            throw new PlatformException(
                    UploadErrorCode.NOT_A_VIDEO,
                    "The file is neither a video nor a sound recording that we know: nothing of it was kept.");
        }
    }

    /**
     * What one acknowledgement says.
     *
     * @param progress where the upload stands then
     * @param unfinished whether the request brought no whole part and has bytes to come
     * @param made tails that are new
     * @param replaced tails that are of no use after it
     */
    private record Step(UploadProgress progress, boolean unfinished, List<Tail> made, List<Tail> replaced) {}
}
