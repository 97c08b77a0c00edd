package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.AnnounceEvent;
import dev.vireo.seeder.tracker.AnnounceOutcome;
import dev.vireo.seeder.tracker.PeerEndpoint;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.Refusal;
import dev.vireo.seeder.tracker.SwarmCounts;
import dev.vireo.seeder.tracker.Tracker;
import dev.vireo.seeder.tracker.TrackerAnnounce;
import dev.vireo.seeder.tracker.TrackerDoor;
import java.net.InetAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * The tracker protocol by UDP (BEP 15). Who has not shown that it reads at its address gets no more bytes than it sent,
 * so nobody can be flooded with our answers; whoever sends nonsense or too much gets none.
 */
@Component
final class UdpDoor {

    static final int CONNECT = 0;
    static final int ANNOUNCE = 1;
    static final int SCRAPE = 2;
    static final int ERROR = 3;
    static final long MAGIC = 0x41727101980L;

    private static final byte[] NOTHING = {};
    private static final int CONNECT_BYTES = 16;
    private static final int ANNOUNCE_BYTES = 98;
    private static final int MOST_HASHES = 74;
    private static final int SIXTEEN_BITS = 0xffff;
    /** So that no answer is cut in parts on its way. */
    private static final int LARGEST_ANSWER = 1200;

    private static final int ANSWER_HEADER = 20;
    private static final int SCRAPE_HEADER = 8;
    private static final int SCRAPE_ENTRY = 12;
    private static final String NO_CONNECTION = "connect first";

    private final Tracker tracker;
    private final ConnectionIds ids;

    UdpDoor(Tracker tracker, Clock clock) {
        this.tracker = tracker;
        this.ids = new ConnectionIds(clock);
    }

    /** The answer to a datagram; no bytes for none. */
    CompletableFuture<byte[]> answer(ByteBuffer datagram, InetAddress from) {
        if (datagram.remaining() < CONNECT_BYTES) {
            return now(NOTHING);
        }
        int length = datagram.remaining();
        long connection = datagram.getLong();
        int action = datagram.getInt();
        int transaction = datagram.getInt();
        if (action == CONNECT) {
            return now(connection == MAGIC ? connect(transaction, from) : NOTHING);
        }
        if (!ids.holds(connection, from)) {
            byte[] error = error(transaction, NO_CONNECTION);
            return now(error.length <= length ? error : NOTHING);
        }
        if (!tracker.allows(AddressPrefix.of(from))) {
            tracker.refused(TrackerDoor.UDP, Refusal.TOO_OFTEN);
            return now(NOTHING);
        }
        return switch (action) {
            case ANNOUNCE -> announce(datagram, length, transaction, from);
            case SCRAPE -> now(scrape(datagram, transaction));
            default -> now(error(transaction, Refusal.MALFORMED.words()));
        };
    }

    private byte[] connect(int transaction, InetAddress from) {
        return ByteBuffer.allocate(CONNECT_BYTES)
                .putInt(CONNECT)
                .putInt(transaction)
                .putLong(ids.issue(from))
                .array();
    }

    private CompletableFuture<byte[]> announce(ByteBuffer datagram, int length, int transaction, InetAddress from) {
        if (length < ANNOUNCE_BYTES) {
            return now(error(transaction, Refusal.MALFORMED.words()));
        }
        TrackedHash hash = TrackedHash.of(datagram);
        PeerId peer = PeerId.of(datagram);
        datagram.getLong();
        long left = datagram.getLong();
        datagram.getLong();
        AnnounceEvent event = event(datagram.getInt());
        datagram.getInt();
        int key = datagram.getInt();
        int wanted = datagram.getInt();
        int port = datagram.getShort() & SIXTEEN_BITS;
        PeerEndpoint.Address endpoint = PeerEndpoint.Address.of(from, port);
        int room = (LARGEST_ANSWER - ANSWER_HEADER) / endpoint.compactBytes();
        var announce = new TrackerAnnounce(
                hash,
                peer,
                endpoint,
                AddressPrefix.of(from),
                key,
                left == 0,
                event,
                Math.min(tracker.wanted(wanted), room));
        return tracker.announce(TrackerDoor.UDP, announce).thenApply(outcome -> switch (outcome) {
            case AnnounceOutcome.Refused refused ->
                error(transaction, refused.reason().words());
            case AnnounceOutcome.Announced announced -> announced(transaction, announced, endpoint);
        });
    }

    private static byte[] announced(int transaction, AnnounceOutcome.Announced announced, PeerEndpoint.Address asker) {
        int width = asker.compactBytes();
        ByteBuffer answer = ByteBuffer.allocate(
                        ANSWER_HEADER + announced.peers().size() * width)
                .putInt(ANNOUNCE)
                .putInt(transaction)
                .putInt((int) announced.interval().toSeconds())
                .putInt(announced.counts().incomplete())
                .putInt(announced.counts().complete());
        announced.peers().forEach(peer -> {
            if (peer.endpoint() instanceof PeerEndpoint.Address address && address.family() == asker.family()) {
                address.putCompact(answer);
            }
        });
        return bytes(answer);
    }

    private byte[] scrape(ByteBuffer datagram, int transaction) {
        int hashes = datagram.remaining() / TrackedHash.BYTES;
        if (hashes == 0 || hashes > MOST_HASHES) {
            return error(transaction, Refusal.MALFORMED.words());
        }
        ByteBuffer answer = ByteBuffer.allocate(SCRAPE_HEADER + hashes * SCRAPE_ENTRY)
                .putInt(SCRAPE)
                .putInt(transaction);
        for (int hash = 0; hash < hashes; hash++) {
            SwarmCounts counts = tracker.scrape(TrackerDoor.UDP, TrackedHash.of(datagram));
            answer.putInt(counts.complete())
                    .putInt((int) Math.min(counts.downloaded(), Integer.MAX_VALUE))
                    .putInt(counts.incomplete());
        }
        return answer.array();
    }

    private static byte[] error(int transaction, String words) {
        byte[] text = words.getBytes(StandardCharsets.US_ASCII);
        return ByteBuffer.allocate(2 * Integer.BYTES + text.length)
                .putInt(ERROR)
                .putInt(transaction)
                .put(text)
                .array();
    }

    private static byte[] bytes(ByteBuffer written) {
        byte[] bytes = new byte[written.position()];
        written.get(0, bytes);
        return bytes;
    }

    private static CompletableFuture<byte[]> now(byte[] bytes) {
        return CompletableFuture.completedFuture(bytes);
    }

    private static AnnounceEvent event(int number) {
        return switch (number) {
            case 1 -> AnnounceEvent.COMPLETED;
            case 2 -> AnnounceEvent.STARTED;
            case 3 -> AnnounceEvent.STOPPED;
            default -> AnnounceEvent.NONE;
        };
    }
}
