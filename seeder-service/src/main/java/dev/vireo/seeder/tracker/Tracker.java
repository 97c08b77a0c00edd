package dev.vireo.seeder.tracker;

import dev.vireo.kit.http.PublicAddresses;
import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.admission.HashVerdict;
import dev.vireo.seeder.admission.HashVerdicts;
import dev.vireo.seeder.admission.TrackedHash;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Service;

/**
 * What all doors of the tracker share: who may announce what how often, and whom it learns of. Never blocks: an outcome
 * that needs the database comes later, on another thread.
 */
@Service
public class Tracker {

    private final SwarmStore store;
    private final HashVerdicts verdicts;
    private final TrackerProperties properties;
    private final AddressRates rates;
    private final TrackerMeters meters;
    private final OwnSeeds seeds;
    private final Replicas replicas;

    Tracker(
            HashVerdicts verdicts,
            TrackerProperties properties,
            Replicas replicas,
            Clock clock,
            MeterRegistry registry) {
        this.store = new SwarmStore(properties.swarms(), clock);
        this.verdicts = verdicts;
        this.properties = properties;
        this.replicas = replicas;
        this.rates = new AddressRates(properties.rate(), clock);
        this.meters = new TrackerMeters(registry, store);
        this.seeds = new OwnSeeds(properties.seeds());
    }

    /** True when an address may ask once more; every request asks that first. */
    public boolean allows(AddressPrefix source) {
        return rates.allows(source);
    }

    /** Takes an announce whose sender may ask. The future never fails. */
    public CompletableFuture<AnnounceOutcome> announce(TrackerDoor door, TrackerAnnounce announce) {
        Optional<Refusal> refusal = unreachable(announce.endpoint());
        if (refusal.isPresent()) {
            return CompletableFuture.completedFuture(refused(door, refusal.get()));
        }
        return verdicts.verdict(announce.hash())
                .handle((verdict, failure) -> counted(door, failure == null ? decide(announce, verdict) : busy()));
    }

    /** Counts a refusal that a door decided. */
    public AnnounceOutcome refused(TrackerDoor door, Refusal refusal) {
        return counted(door, new AnnounceOutcome.Refused(refusal));
    }

    /** How many are in a swarm, as a peer asks. */
    public SwarmCounts scrape(TrackerDoor door, TrackedHash hash) {
        meters.scraped(door);
        return store.counts(hash);
    }

    /** How many are in a swarm. */
    public SwarmCounts counts(TrackedHash hash) {
        return store.counts(hash);
    }

    /** How many are in all swarms. */
    public SwarmCounts counts() {
        int seeds = store.census().seeds();
        return new SwarmCounts(seeds, store.census().peers() - seeds, 0, meters.announces());
    }

    /** How many swarms there are. */
    public int swarms() {
        return store.swarms();
    }

    /** The socket of a browser in a swarm. */
    public Optional<PeerSocket> socket(TrackedHash hash, PeerId peer) {
        return store.socket(hash, peer);
    }

    /** Lets a browser go whose socket closed. */
    public void leave(TrackedHash hash, PeerId peer, PeerSocket socket) {
        if (store.leave(hash, peer, socket)) {
            replicas.closed(hash, peer);
        }
    }

    /** Takes an announce that another replica let in, of a peer that stays for a time. */
    public void heard(TrackerAnnounce announce, Duration stay) {
        var unused = store.announce(announce, stay);
    }

    /** Lets a browser go whose socket to another replica closed. */
    public void heardClosed(TrackedHash hash, PeerId peer, PeerSocket socket) {
        var unused = store.leave(hash, peer, socket);
    }

    /** What was known of a hash is no longer so; when it is denied, its swarm ends. */
    public void changed(TrackedHash hash, boolean denied) {
        verdicts.forget(hash);
        if (denied) {
            store.giveUp(hash);
        }
    }

    /** How many peers an answer has at most. */
    public int wanted(int asked) {
        int most = properties.swarms().wanted();
        return asked < 0 ? most : Math.min(asked, most);
    }

    /** When a peer shall come again: the later, the more there are. */
    public Duration interval() {
        TrackerProperties.Interval interval = properties.interval();
        Duration fair = Duration.ofSeconds(store.census().peers() / interval.announcesPerSecond());
        return fair.compareTo(interval.min()) < 0
                ? interval.min()
                : fair.compareTo(interval.max()) > 0 ? interval.max() : fair;
    }

    @Scheduled(fixedDelayString = "${vireo.tracker.swarms.sweep-every}")
    void sweep() {
        store.sweep();
    }

    private Optional<Refusal> unreachable(PeerEndpoint endpoint) {
        if (!(endpoint instanceof PeerEndpoint.Address address)) {
            return Optional.empty();
        }
        if (address.port() == 0) {
            return Optional.of(Refusal.NO_PORT);
        }
        return properties.privateAddresses() || PublicAddresses.isPublic(address.address())
                ? Optional.empty()
                : Optional.of(Refusal.PRIVATE_ADDRESS);
    }

    private AnnounceOutcome decide(TrackerAnnounce announce, HashVerdict verdict) {
        return switch (verdict) {
            case UNKNOWN -> new AnnounceOutcome.Refused(Refusal.UNKNOWN);
            case DENIED -> {
                // It may have been denied at another replica.
                store.giveUp(announce.hash());
                yield new AnnounceOutcome.Refused(Refusal.DENIED);
            }
            case ALLOWED -> {
                Duration interval = interval();
                Duration stay = properties.interval().stay(interval);
                Optional<Swarm.Found> found = store.announce(announce, stay);
                found.filter(Swarm.Found::news).ifPresent(unusedNews -> tell(announce, stay));
                yield found.<AnnounceOutcome>map(there -> new AnnounceOutcome.Announced(
                                there.counts(), seeds.with(announce, there.peers()), interval))
                        .orElseGet(Tracker::busy);
            }
        };
    }

    private void tell(TrackerAnnounce announce, Duration stay) {
        if (announce.event() == AnnounceEvent.STOPPED) {
            replicas.left(announce);
        } else {
            replicas.seen(announce, stay);
        }
    }

    private AnnounceOutcome counted(TrackerDoor door, AnnounceOutcome outcome) {
        meters.count(door, outcome);
        return outcome;
    }

    private static AnnounceOutcome busy() {
        return new AnnounceOutcome.Refused(Refusal.BUSY);
    }
}
