package dev.vireo.search.index;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** The indexes of each kind. */
@Component
public final class Indexes {
    private final Map<Kind, IndexLife> lives = new EnumMap<>(Kind.class);

    Indexes(List<IndexLife> all) {
        all.forEach(life -> lives.put(life.kind(), life));
    }

    /** Those of a kind. */
    public IndexLife of(Kind kind) {
        return Objects.requireNonNull(lives.get(kind), kind.word());
    }

    /** Those of all kinds. */
    public List<IndexLife> all() {
        return List.copyOf(lives.values());
    }
}
