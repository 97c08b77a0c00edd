package dev.vireo.seeder.admission;

import java.time.Clock;
import java.util.Collection;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Hashes that operators deny. Every replica hears of it as soon as what it remembers of the hash is over. */
@Service
public class DeniedHashes {

    private static final Logger LOG = LoggerFactory.getLogger(DeniedHashes.class);

    private final JdbcDeniedHashes denied;
    private final Clock clock;

    DeniedHashes(JdbcDeniedHashes denied, Clock clock) {
        this.denied = denied;
        this.clock = clock;
    }

    /** Denies a hash; one that is denied stays so with its first reason. */
    public void deny(TrackedHash hash, String reason, String operator) {
        denied.add(new DeniedHash(hash, reason, operator, clock.instant()));
        LOG.info("Operator {} denied {}", operator, hash);
    }

    /** Takes that back. */
    public void allow(TrackedHash hash, String operator) {
        denied.remove(hash);
        LOG.info("Operator {} allowed {}", operator, hash);
    }

    /** True when one of them is denied. */
    public boolean anyOf(Collection<TrackedHash> hashes) {
        return denied.containsAny(hashes);
    }

    /** Those that are denied, the newest first. */
    public List<DeniedHash> list(int limit, int offset) {
        return denied.list(limit, offset);
    }

    /** How many are denied. */
    public long count() {
        return denied.count();
    }
}
