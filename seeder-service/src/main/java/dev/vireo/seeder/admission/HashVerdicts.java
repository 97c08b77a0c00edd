package dev.vireo.seeder.admission;

import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/**
 * What is known of hashes, remembered for a short time. Whoever asks is never kept waiting on its own thread: an answer
 * that is remembered is there at once, another comes when the database has been asked, once for all who ask meanwhile.
 */
@Service
public class HashVerdicts {

    private static final Logger LOG = LoggerFactory.getLogger(HashVerdicts.class);

    private final AllowedHashes hashes;
    private final Clock clock;
    private final AdmissionProperties properties;
    private final RecentMap<TrackedHash, Known> known;
    private final ConcurrentMap<TrackedHash, CompletableFuture<HashVerdict>> asked = new ConcurrentHashMap<>();
    private final HashLookups lookups;

    HashVerdicts(AllowedHashes hashes, HashLookups lookups, AdmissionProperties properties, Clock clock) {
        this.hashes = hashes;
        this.clock = clock;
        this.properties = properties;
        this.known = new RecentMap<>(properties.hashes());
        this.lookups = lookups;
    }

    private record Known(HashVerdict verdict, Instant until) {}

    /** The verdict; the future fails when the database cannot be asked now. */
    public CompletableFuture<HashVerdict> verdict(TrackedHash hash) {
        HashVerdict remembered = remembered(hash);
        return remembered != null ? CompletableFuture.completedFuture(remembered) : ask(hash);
    }

    /** Asks the database again, next time. */
    public void forget(TrackedHash hash) {
        asked.remove(hash);
        known.remove(hash);
    }

    private @Nullable HashVerdict remembered(TrackedHash hash) {
        Known found = known.get(hash);
        return found != null && clock.instant().isBefore(found.until()) ? found.verdict() : null;
    }

    private CompletableFuture<HashVerdict> ask(TrackedHash hash) {
        CompletableFuture<HashVerdict> mine = new CompletableFuture<>();
        CompletableFuture<HashVerdict> first = asked.putIfAbsent(hash, mine);
        if (first != null) {
            return first;
        }
        try {
            lookups.execute(() -> look(hash, mine));
        } catch (RejectedExecutionException full) {
            asked.remove(hash, mine);
            failed(hash, mine, full);
        }
        return mine;
    }

    private void look(TrackedHash hash, CompletableFuture<HashVerdict> mine) {
        try {
            // Before the question: what changes while it is on its way is not missed for longer.
            Instant until = clock.instant().plus(properties.remember());
            HashVerdict verdict = hashes.verdict(hash);
            known.put(hash, new Known(verdict, until));
            // Whoever denied the hash meanwhile made this answer an old one.
            if (!asked.remove(hash, mine)) {
                known.remove(hash);
            }
            mine.complete(verdict);
        } catch (RuntimeException away) {
            LOG.warn("No answer about hash {}: {}", hash, away.getMessage());
            asked.remove(hash, mine);
            failed(hash, mine, away);
        }
    }

    /** What was known lately holds a while longer when nothing newer can be had: twice as long in all. */
    private void failed(TrackedHash hash, CompletableFuture<HashVerdict> mine, RuntimeException failure) {
        Known last = known.get(hash);
        if (last != null && clock.instant().isBefore(last.until().plus(properties.remember()))) {
            mine.complete(last.verdict());
        } else {
            mine.completeExceptionally(failure);
        }
    }
}
