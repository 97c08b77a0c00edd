package dev.vireo.search.health;

import dev.vireo.search.index.ElasticsearchCluster;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.IndexState;
import dev.vireo.search.index.Indexes;
import java.util.List;
import java.util.Objects;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/** Up while lists are answered and changes get into them. */
final class IndexHealth implements HealthIndicator {
    private final Indexes indexes;
    private final ElasticsearchCluster cluster;

    IndexHealth(Indexes indexes, ElasticsearchCluster cluster) {
        this.indexes = indexes;
        this.cluster = cluster;
    }

    @Override
    public Health health() {
        boolean well = cluster.state().severity() < ElasticsearchCluster.State.RED.severity();
        Health.Builder health = new Health.Builder().withDetail("cluster", cluster.state());
        for (IndexLife life : indexes.all()) {
            List<IndexState> states = life.states();
            well &= life.answersNow() && states.stream().noneMatch(IndexState::blocked);
            health.withDetail(
                    life.kind().word(),
                    new Of(life.answersNow(), states.stream().map(Seen::of).toList()));
        }
        return (well ? health.up() : health.down()).build();
    }

    /** Of a kind. */
    record Of(boolean answers, List<Seen> indexes) {
        Of {
            indexes = List.copyOf(indexes);
        }
    }

    /** One index: {@code behind} are the events that it lacks. */
    record Seen(String name, boolean answers, boolean readOnly, long done, long behind, String current) {
        static Seen of(IndexState state) {
            return new Seen(
                    state.name(),
                    state.answers(),
                    state.blocked(),
                    state.done(),
                    state.toDo(),
                    Objects.toString(state.current(), "never"));
        }
    }
}
