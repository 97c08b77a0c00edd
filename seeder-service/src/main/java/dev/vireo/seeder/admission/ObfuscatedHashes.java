package dev.vireo.seeder.admission;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;

/** Finds hashes by what peers say that do not speak in the clear. */
@Component
public class ObfuscatedHashes implements DisposableBean {

    private static final long IDLE_SECONDS = 30;

    private final JdbcObfuscatedHashes hashes;
    private final ThreadPoolExecutor lookups;

    ObfuscatedHashes(JdbcObfuscatedHashes hashes, AdmissionProperties properties) {
        this.hashes = hashes;
        this.lookups = new ThreadPoolExecutor(
                properties.lookups(),
                properties.lookups(),
                IDLE_SECONDS,
                TimeUnit.SECONDS,
                new LinkedBlockingQueue<>(properties.waiting()),
                Thread.ofPlatform().name("obfuscated-lookup-", 0).daemon().factory());
        lookups.allowCoreThreadTimeOut(true);
    }

    /** The hash of a file, whether it is seeded now or not; the future fails when the database cannot be asked now. */
    public CompletableFuture<Optional<TrackedHash>> find(byte[] obfuscated) {
        try {
            return CompletableFuture.supplyAsync(() -> hashes.find(obfuscated), lookups);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }

    @Override
    public void destroy() {
        lookups.shutdownNow();
    }
}
