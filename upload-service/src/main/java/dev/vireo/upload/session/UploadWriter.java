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
 * Moves the bytes of one request into the origin and acknowledges them: after each part and at the end, or, with a
 * checksum, only once and only if it is right. After a request that broke off early it begins with little and doubles
 * it, so that a client whose connections are always short gets on too. Holds no more than a slice in memory, and that only when the length is
 * not known. A writer that is not the newest one cannot acknowledge anything.
 */
final class UploadWriter {
    private static final int MOST_TAILS = 32;

    private final UploadSession session;
    private final String multipartId;
    private final WriterRows rows;
    private final UploadObjects objects;
    private final BodyMeter meter;
    private final boolean atOnce;

    /** Most bytes before the next acknowledgement. */
    private long pace;

    private boolean wholePart;
    private long received;
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
            boolean atOnce,
            long pace) {
        this.session = session;
        this.multipartId = multipartId;
        this.rows = rows;
        this.objects = objects;
        this.meter = meter;
        this.atOnce = atOnce;
        this.pace = pace;
        this.received = session.progress().received();
        this.tails = session.progress().tails();
    }

    /** Takes everything; bytes that were acknowledged before a failure stay. */
    void write(UploadBody body, int sliceSize) throws IOException {
        boolean done = false;
        try {
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

    private void appendSlices(InputStream stream, int sliceSize) throws IOException {
        byte[] slice = new byte[sliceSize];
        int filled = meter.fill(slice, stream);
        while (filled > 0) {
            if (filled > session.length() - received) {
                throw new PlatformException(
                        UploadErrorCode.TOO_LARGE, "The request has more bytes than Upload-Length says.");
            }
            append(new ByteArrayInputStream(slice, 0, filled), filled);
            filled = meter.fill(slice, stream);
        }
    }

    private void append(InputStream stream, long length) throws IOException {
        InputStream metered = meter.through(stream);
        long left = length;
        while (left > 0) {
            long toPart =
                    session.partSize() - tails.stream().mapToLong(Tail::size).sum();
            long toEnd = session.length() - received;
            long take = Math.min(Math.min(left, pace), Math.min(toPart, toEnd));
            if (take == Math.min(toPart, toEnd)) {
                part(metered, take);
            } else {
                tail(metered, take);
            }
            left -= take;
            pace = pace > take ? pace : pace * 2;
            if (!atOnce) {
                acknowledge(left > 0);
            }
        }
    }

    private void part(InputStream stream, long length) throws IOException {
        int number = rows.reservePart();
        newParts.add(objects.putPart(session, multipartId, number, tails, new UploadObjects.Bytes(stream, length)));
        replaceTails(List.of());
        wholePart = true;
        received += length;
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

    private void acknowledge(boolean moreToCome) {
        if (received == session.progress().received() && newParts.isEmpty() && newTails.isEmpty()) {
            return;
        }
        refuseWhatIsNoVideo();
        List<Tail> made = List.copyOf(newTails);
        // If the answer of the database is lost, the tails may be acknowledged: they must stay.
        newTails.clear();
        UploadProgress progress = new UploadProgress(received, meter.digestState(), meter.head(), tails);
        if (!rows.commit(progress, newParts, moreToCome && !wholePart)) {
            objects.discard(session, made);
            throw WriterRows.takenOver();
        }
        objects.discard(session, oldTails);
        newParts.clear();
        oldTails.clear();
    }

    /** As early as the first bytes tell it, so that nobody sends gigabytes for nothing. */
    private void refuseWhatIsNoVideo() {
        boolean enough = meter.head().size() == ContainerSniffer.HEAD || received == session.length();
        if (enough && ContainerSniffer.sniff(meter.head()).isEmpty()) {
            throw new PlatformException(
                    UploadErrorCode.NOT_A_VIDEO,
                    "The file is neither a video nor a sound recording that we know: nothing of it was kept.");
        }
    }
}
