package dev.vireo.search.health;

import dev.vireo.search.index.ElasticsearchCluster;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexState;
import dev.vireo.search.index.Indexes;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/** Numbers for alarms; a number that is not known is NaN. */
final class IndexGauges {
    private static final double MILLIS = 1_000;

    private final InstantSource clock;

    IndexGauges(Indexes indexes, ElasticsearchCluster cluster, MeterRegistry metrics, InstantSource clock) {
        this.clock = clock;
        Gauge.builder("vireo.index.cluster", cluster, seen -> seen.state().severity())
                .description("0 green, 1 yellow, 2 red, 3 away")
                .register(metrics);
        indexes.all().forEach(life -> {
            add(metrics, "vireo.index.answers", life, seen -> seen.answersNow() ? 1 : 0);
            add(
                    metrics,
                    "vireo.index.behind",
                    life,
                    seen -> answering(seen)
                            .map(IndexState::toDo)
                            .map(Long::doubleValue)
                            .orElse(Double.NaN));
            add(metrics, "vireo.index.stale.seconds", life, this::stale);
            add(
                    metrics,
                    "vireo.index.filling",
                    life,
                    seen -> filling(seen).map(IndexState::toDo).orElse(0L));
            add(
                    metrics,
                    "vireo.index.filled",
                    life,
                    seen -> filling(seen).map(IndexState::done).orElse(0L));
            add(
                    metrics,
                    "vireo.index.read.only",
                    life,
                    seen -> seen.states().stream().filter(IndexState::blocked).count());
        });
    }

    private double stale(IndexLife life) {
        Instant now = clock.instant();
        return answering(life)
                .flatMap(state -> Optional.ofNullable(state.current()))
                .map(current -> Duration.between(current, now).toMillis() / MILLIS)
                .orElse(Double.NaN);
    }

    private static Optional<IndexState> answering(IndexLife life) {
        return life.states().stream().filter(IndexState::answers).findFirst();
    }

    /** The newest, while another answers in its place. */
    private static Optional<IndexState> filling(IndexLife life) {
        return life.states().stream().findFirst().filter(state -> !state.answers());
    }

    private static void add(MeterRegistry metrics, String name, IndexLife life, ToDoubleFunction<IndexLife> value) {
        Gauge.builder(name, life, value).tag("kind", life.kind().word()).register(metrics);
    }
}
