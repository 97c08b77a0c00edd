package dev.vireo.search.health;

import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.Indexes;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up as soon as the indexes of this version, or of a newer one, answered once. */
final class FilledHealth implements HealthIndicator {
    private final Indexes indexes;
    private volatile boolean filled;

    FilledHealth(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public Health health() {
        filled = filled || indexes.all().stream().allMatch(IndexLife::isOfThisVersion);
        return (filled ? Health.up() : Health.outOfService()).build();
    }
}
