package dev.vireo.seeder.swarm;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.ObfuscatedHashes;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.wire.Handshake;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/** The peers that are connected, by what they are here for. */
@Service
public class Swarms {

    private static final Logger LOG = LoggerFactory.getLogger(Swarms.class);

    private final SeededTorrents torrents;
    private final ObfuscatedHashes obfuscated;
    private final OriginRanges ranges;
    private final UploadSlots slots;
    private final SwarmProperties properties;
    private final SwarmMeters meters;
    private final Map<TrackedHash, Set<PeerSession>> sessions = new HashMap<>();
    private int peers;

    Swarms(
            SeededTorrents torrents,
            ObfuscatedHashes obfuscated,
            OriginRanges ranges,
            UploadSlots slots,
            SwarmProperties properties,
            MeterRegistry registry) {
        this.torrents = torrents;
        this.obfuscated = obfuscated;
        this.ranges = ranges;
        this.slots = slots;
        this.properties = properties;
        this.meters = new SwarmMeters(registry, slots);
        Gauge.builder("vireo.swarm.peers", this, Swarms::peers).register(registry);
        Gauge.builder("vireo.swarm.torrents", this, Swarms::torrents).register(registry);
    }

    /** The torrent that a peer names; the future fails with a {@link RefusedPeerException} when it gets nothing. */
    public CompletableFuture<TorrentOffer> find(TrackedHash hash) {
        return torrents.find(hash).handle((found, failure) -> {
            if (failure != null) {
                throw refused(hash, failure);
            }
            return found.map(TorrentOffer::new).orElseThrow(() -> new RefusedPeerException(CloseCause.UNKNOWN));
        });
    }

    /** The hash that a peer means which hides it; the future fails with a {@link RefusedPeerException} for any other. */
    public CompletableFuture<TrackedHash> reveal(byte[] name) {
        return obfuscated.find(name).handle((found, failure) -> {
            if (failure != null) {
                LOG.warn("A peer is refused, no hash can be found now: {}", String.valueOf(failure));
                throw new RefusedPeerException(CloseCause.UNAVAILABLE);
            }
            return found.orElseThrow(() -> new RefusedPeerException(CloseCause.UNKNOWN));
        });
    }

    /** A peer that shook hands; a {@link RefusedPeerException} when there are too many torrents with peers. */
    public PeerSession open(TorrentOffer offer, Handshake theirs, AddressPrefix address, PeerLine line) {
        PeerSession session = new PeerSession(
                line,
                offer.torrent(),
                new PeerSession.Peer(address, theirs.fast(), theirs.extensions()),
                new PeerSession.Services(ranges, slots, meters, properties, this::ended));
        enter(session);
        session.open();
        return session;
    }

    /** Counts a connection that ended, whether it came as far as a session or not. */
    public void closed(CloseCause cause) {
        meters.closed(cause);
    }

    /** How many peers are connected. */
    public synchronized int peers() {
        return peers;
    }

    /** How many torrents they are here for. */
    public synchronized int torrents() {
        return sessions.size();
    }

    /** How many are connected for a torrent. */
    public synchronized int peers(TrackedHash hash) {
        return sessions.getOrDefault(hash, Set.of()).size();
    }

    /** Bytes of files that peers got since the start. */
    public long bytes() {
        return meters.bytes();
    }

    /** Ends what was denied, or is not for everybody any more. */
    @Scheduled(fixedDelayString = "${vireo.seeder.admission.remember}")
    void review() {
        for (SeededTorrent torrent : withPeers()) {
            var unused = torrents.allowed(torrent).thenAccept(allowed -> {
                if (!allowed) {
                    end(torrent.hash());
                }
            });
        }
    }

    /** Ends all connections for a hash. */
    public void end(TrackedHash hash) {
        of(hash).forEach(session -> session.end(CloseCause.UNKNOWN));
    }

    private synchronized List<SeededTorrent> withPeers() {
        return sessions.values().stream()
                .map(all -> all.iterator().next().torrent())
                .toList();
    }

    private synchronized Set<PeerSession> of(TrackedHash hash) {
        return Set.copyOf(sessions.getOrDefault(hash, Set.of()));
    }

    private synchronized void enter(PeerSession session) {
        TrackedHash hash = session.torrent().hash();
        if (!sessions.containsKey(hash)
                && sessions.size() >= properties.connections().torrents()) {
            throw new RefusedPeerException(CloseCause.FULL);
        }
        sessions.computeIfAbsent(hash, unused -> new HashSet<>()).add(session);
        peers++;
    }

    private synchronized void ended(PeerSession session) {
        TrackedHash hash = session.torrent().hash();
        Optional.ofNullable(sessions.get(hash)).ifPresent(all -> {
            if (all.remove(session)) {
                peers--;
            }
            if (all.isEmpty()) {
                sessions.remove(hash);
            }
        });
    }

    private static RefusedPeerException refused(TrackedHash hash, Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        if (cause instanceof PlatformException known && !known.code().kind().retryable()) {
            return new RefusedPeerException(CloseCause.UNKNOWN);
        }
        LOG.warn("A peer is refused, nothing can be said of {} now: {}", hash, String.valueOf(cause));
        return new RefusedPeerException(CloseCause.UNAVAILABLE);
    }
}
