package dev.vireo.seeder.swarm;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.vireo.seeder.admission.HashVerdict;
import dev.vireo.seeder.admission.HashVerdicts;
import dev.vireo.seeder.admission.SeedingPolicies;
import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.seeding.SeededVideos;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/**
 * Torrents that peers ask for. One is read when its first peer comes and again for those who come minutes later, as the same
 * file may be another version's by then; the others cost nothing. Whether a hash is seeded at all is asked anew each time, as
 * that may end.
 */
@Component
class SeededTorrents implements DisposableBean {

    private static final Duration KEPT = Duration.ofMinutes(5);
    private static final int READS = 8;

    private final HashVerdicts verdicts;
    private final SeededVideos videos;
    private final SeedingPolicies policies;
    private final AsyncCache<TrackedHash, Optional<SeededTorrent>> torrents;
    private final Semaphore reads = new Semaphore(READS);
    private final ExecutorService readers = Executors.newVirtualThreadPerTaskExecutor();

    SeededTorrents(HashVerdicts verdicts, SeededVideos videos, SeedingPolicies policies, SwarmProperties properties) {
        this.verdicts = verdicts;
        this.videos = videos;
        this.policies = policies;
        this.torrents = Caffeine.newBuilder()
                .maximumSize(properties.connections().torrents())
                .expireAfterWrite(KEPT)
                .executor(readers)
                .buildAsync();
    }

    /** The torrent of a hash that is seeded now; the future fails when the database or the origin is away. */
    CompletableFuture<Optional<SeededTorrent>> find(TrackedHash hash) {
        return verdicts.verdict(hash)
                .thenCompose(verdict -> verdict == HashVerdict.ALLOWED
                        ? torrents.get(hash, (wanted, unused) -> load(wanted))
                        : CompletableFuture.completedFuture(Optional.<SeededTorrent>empty()))
                .thenApply(found -> {
                    // What became seeded since then must not wait for this to be forgotten.
                    if (found.isEmpty()) {
                        torrents.synchronous().invalidate(hash);
                    }
                    return found.filter(this::served);
                });
    }

    /** Whether it is still seeded; the future fails when the database is away. */
    CompletableFuture<Boolean> allowed(SeededTorrent torrent) {
        return verdicts.verdict(torrent.hash()).thenApply(verdict -> verdict == HashVerdict.ALLOWED && served(torrent));
    }

    private boolean served(SeededTorrent torrent) {
        return policies.of(torrent.instance()).servesPeers();
    }

    private CompletableFuture<Optional<SeededTorrent>> load(TrackedHash hash) {
        return CompletableFuture.supplyAsync(
                () -> {
                    reads.acquireUninterruptibly();
                    try {
                        return videos.byHash(hash).map(file -> new SeededTorrent(hash, file));
                    } finally {
                        reads.release();
                    }
                },
                readers);
    }

    @Override
    public void destroy() {
        readers.shutdownNow();
    }
}
