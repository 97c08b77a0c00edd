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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.stereotype.Component;

/**
 * Announce and scrape by HTTP (BEP 3, 7, 23, 48). An address that a peer names itself is ignored: it is where it comes
 * from.
 */
@Component
final class HttpDoor {

    private static final int MOST_HASHES = 74;
    private static final int MOST_PORTS = 65_535;
    private static final int HEX = 16;

    private final Tracker tracker;

    HttpDoor(Tracker tracker) {
        this.tracker = tracker;
    }

    /** True for a path that this door answers. */
    boolean knows(String path) {
        return path.endsWith("/announce") || path.endsWith("/scrape");
    }

    /** The bencoded answer to a path that it knows. */
    CompletableFuture<byte[]> answer(String path, String query, InetAddress client) {
        if (!tracker.allows(AddressPrefix.of(client))) {
            return failure(Refusal.TOO_OFTEN);
        }
        Optional<QueryString> parsed = QueryString.parse(query);
        if (parsed.isEmpty()) {
            return failure(Refusal.MALFORMED);
        }
        return path.endsWith("/scrape") ? scrape(parsed.get()) : announce(parsed.get(), client);
    }

    private CompletableFuture<byte[]> announce(QueryString query, InetAddress client) {
        Optional<byte[]> hash = query.bytes("info_hash").filter(bytes -> bytes.length == TrackedHash.BYTES);
        Optional<byte[]> peer = query.bytes("peer_id").filter(bytes -> bytes.length == PeerId.BYTES);
        if (hash.isEmpty() || peer.isEmpty()) {
            return failure(Refusal.MALFORMED);
        }
        Optional<Integer> port = query.number("port")
                .filter(number -> number > 0 && number <= MOST_PORTS)
                .map(Long::intValue);
        if (port.isEmpty()) {
            return failure(Refusal.NO_PORT);
        }
        var announce = new TrackerAnnounce(
                TrackedHash.of(hash.get()),
                PeerId.of(peer.get()),
                PeerEndpoint.Address.of(client, port.get()),
                AddressPrefix.of(client),
                query.text("key").map(HttpDoor::key).orElse(0),
                query.number("left").orElse(1L) == 0,
                event(query.text("event").orElse("")),
                tracker.wanted(query.number("numwant")
                        .map(number -> Math.clamp(number, -1, Integer.MAX_VALUE))
                        .orElse(-1)));
        boolean compact = !query.text("compact").orElse("1").equals("0");
        boolean ids = !query.text("no_peer_id").orElse("0").equals("1");
        return tracker.announce(TrackerDoor.HTTP, announce).thenApply(outcome -> switch (outcome) {
            case AnnounceOutcome.Refused refused -> HttpAnswers.failure(refused.reason());
            case AnnounceOutcome.Announced announced ->
                compact ? HttpAnswers.compact(announced) : HttpAnswers.dictionaries(announced, ids);
        });
    }

    private CompletableFuture<byte[]> scrape(QueryString query) {
        List<byte[]> hashes = query.all("info_hash");
        boolean odd = hashes.isEmpty()
                || hashes.size() > MOST_HASHES
                || hashes.stream().anyMatch(hash -> hash.length != TrackedHash.BYTES);
        if (odd) {
            return CompletableFuture.completedFuture(HttpAnswers.failure(Refusal.MALFORMED));
        }
        Map<TrackedHash, SwarmCounts> files = new LinkedHashMap<>();
        for (byte[] bytes : hashes) {
            TrackedHash hash = TrackedHash.of(bytes);
            files.put(hash, tracker.scrape(TrackerDoor.HTTP, hash));
        }
        return CompletableFuture.completedFuture(HttpAnswers.scrape(files));
    }

    private CompletableFuture<byte[]> failure(Refusal reason) {
        tracker.refused(TrackerDoor.HTTP, reason);
        return CompletableFuture.completedFuture(HttpAnswers.failure(reason));
    }

    private static AnnounceEvent event(String word) {
        return switch (word) {
            case "started" -> AnnounceEvent.STARTED;
            case "completed" -> AnnounceEvent.COMPLETED;
            case "stopped" -> AnnounceEvent.STOPPED;
            default -> AnnounceEvent.NONE;
        };
    }

    /** As the number that most clients have in mind, so that it is the same by UDP. */
    private static int key(String text) {
        try {
            return Integer.parseUnsignedInt(text, HEX);
        } catch (NumberFormatException other) {
            return Arrays.hashCode(text.toCharArray());
        }
    }
}
