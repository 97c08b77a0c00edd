package dev.vireo.seeder.admission;

import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionException;
import org.springframework.stereotype.Component;

/** Finds hashes by what peers say that do not speak in the clear. */
@Component
public class ObfuscatedHashes {

    private final JdbcObfuscatedHashes hashes;
    private final HashLookups lookups;

    ObfuscatedHashes(JdbcObfuscatedHashes hashes, HashLookups lookups) {
        this.hashes = hashes;
        this.lookups = lookups;
    }

    /** The hash of a file, whether it is seeded now or not; the future fails when the database cannot be asked now. */
    public CompletableFuture<Optional<TrackedHash>> find(byte[] obfuscated) {
        try {
            return CompletableFuture.supplyAsync(() -> hashes.find(obfuscated), lookups);
        } catch (RejectedExecutionException full) {
            return CompletableFuture.failedFuture(full);
        }
    }
}
