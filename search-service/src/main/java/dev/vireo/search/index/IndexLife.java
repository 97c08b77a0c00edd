package dev.vireo.search.index;

import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.group.EventGroups;
import dev.vireo.kit.group.GroupPosition;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * The indexes of one kind, from the first that is made to the last that is removed. Everything that is to be remembered
 * is in the cluster and in Kafka: any replica of the service goes on where another ended.
 *
 * <p>The newest index is filled from the oldest event on; when it is filled, queries go to it, and the one before it is
 * removed later. The next is made for a newer mapping, for a lost index, or because an operator wants it.
 */
public final class IndexLife {
    private static final Logger LOG = LoggerFactory.getLogger(IndexLife.class);

    /** Longer than from one look to the next. */
    private static final Duration A_WHILE = Duration.ofSeconds(10);

    private final Kind kind;
    private final Mapping mapping;
    private final ElasticsearchIndices indices;
    private final EventGroups groups;
    private final IndexLifeProperties properties;
    private final InstantSource clock;
    private final List<IndexWatch> facts;
    private final List<IndexWatch> all;
    private final Removal removal;
    private volatile Generations present = new Generations(List.of());
    private volatile Instant answersUntil = Instant.MIN;
    private @Nullable Instant orphanedSince;

    IndexLife(
            Kind kind,
            ElasticsearchIndices indices,
            EventGroups groups,
            IndexLifeProperties properties,
            InstantSource clock) {
        this.kind = kind;
        this.mapping = Mapping.of(kind);
        this.indices = indices;
        this.groups = groups;
        this.properties = properties;
        this.clock = clock;
        this.facts = watches(kind.facts());
        this.all =
                Stream.concat(facts.stream(), watches(kind.besides()).stream()).toList();
        this.removal = new Removal(kind, indices, groups, properties.keepOld());
    }

    private List<IndexWatch> watches(List<String> topics) {
        return topics.stream()
                .map(topic -> new IndexWatch(topic, groups, clock))
                .toList();
    }

    /** What it is of. */
    public Kind kind() {
        return kind;
    }

    /**
     * The indexes that this service feeds: that of its mapping which is being filled, and that which answers. One of
     * another mapping is fed by the services that know it.
     */
    public List<SearchIndex> fed() {
        return present.used().stream()
                .filter(index -> index.mapping().equals(mapping))
                .toList();
    }

    /**
     * What queries name. UNAVAILABLE while there is none, or when it lacks facts for so long that it would list what was
     * hidden or deleted since.
     */
    public String alias() {
        if (answersNow()) {
            return indices.alias();
        }
        throw new PlatformException(
                KitErrorCode.UNAVAILABLE, "The search index is not up to date: try again in a few minutes.");
    }

    /** Queries are answered now. */
    public boolean answersNow() {
        return clock.instant().isBefore(answersUntil);
    }

    /** What answers is of this version of the service, or of a newer one. */
    public boolean isOfThisVersion() {
        return present.answering()
                .filter(index ->
                        index.mapping().equals(mapping) || index.mapping().number() > mapping.number())
                .isPresent();
    }

    /** Looks at what is there and does what comes next; UNAVAILABLE while a server does not answer. */
    @Scheduled(fixedDelay = 1_000)
    public synchronized void tick() {
        Generations found = new Generations(indices.all());
        if (isNextWanted(found.newest())) {
            found = next(found);
        }
        present = found;
        for (IndexWatch each : all) {
            each.look(found.used());
        }
        if (turn(found)) {
            present = new Generations(indices.all());
        }
        present.answering().ifPresentOrElse(this::answerFrom, () -> answersUntil = Instant.MIN);
        removal.of(present, clock.instant());
    }

    /**
     * Starts a new index, which answers when it is filled; while one is being filled already, nothing more is done.
     * FAILED_PRECONDITION when a newer version of the service is at work.
     */
    public synchronized void rebuild() {
        Generations found = new Generations(indices.all());
        Optional<SearchIndex> newest = found.newest();
        if (newest.filter(index -> index.mapping().number() > mapping.number()).isPresent()) {
            throw new PlatformException(
                    KitErrorCode.FAILED_PRECONDITION, "A newer version of the search has an index: ask that one.");
        }
        if (newest.isEmpty()
                || newest.get().answers()
                || !newest.get().mapping().equals(mapping)) {
            present = next(found);
        }
    }

    /** Each index that is there, the newest first. */
    public List<IndexState> states() {
        return present.all().stream()
                .map(index -> IndexState.of(kind, index, positions(index), current(index)))
                .toList();
    }

    private Generations next(Generations found) {
        LOG.info("The next index of {} is made: generation {}", kind.word(), found.next());
        indices.create(found.next(), mapping);
        return new Generations(indices.all());
    }

    /** A newer version's index is its own business, unless that version is gone again. */
    private boolean isNextWanted(Optional<SearchIndex> newest) {
        if (newest.isEmpty() || newest.get().mapping().number() < mapping.number()) {
            return true;
        }
        if (newest.get().mapping().equals(mapping)
                || groups.hasMembers(newest.get().group())) {
            orphanedSince = null;
            return false;
        }
        if (orphanedSince == null) {
            orphanedSince = clock.instant();
        }
        return orphanedSince.plus(properties.staleAfter()).isBefore(clock.instant());
    }

    /** Only forwards: queries never go back to an older index, whatever an older version of the service would like. */
    private boolean turn(Generations found) {
        SearchIndex newest = found.newest().orElseThrow();
        if (newest.answers() && found.holders().size() == 1) {
            return false;
        }
        if (!newest.mapping().equals(mapping) || !isFilled(newest, found.answering())) {
            LOG.info("Index {} is being filled: {}", newest.name(), progress(newest));
            return false;
        }
        indices.answer(newest, found.holders());
        LOG.info("Index {} is filled and answers: {}", newest.name(), progress(newest));
        return true;
    }

    /** From every topic: an order by views would be wrong without the counts, and captions nobody may find are not found. */
    private boolean isFilled(SearchIndex index, Optional<SearchIndex> before) {
        return all.stream().allMatch(each -> each.isFilled(index, before));
    }

    private String progress(SearchIndex index) {
        IndexState state = IndexState.of(kind, index, positions(index), current(index));
        return state.done() + " events done, " + state.toDo() + " to do";
    }

    /** As far as they are known. */
    private List<GroupPosition> positions(SearchIndex index) {
        return facts.stream().flatMap(watch -> watch.position(index).stream()).toList();
    }

    /** All facts of before are in it, whoever tells them; empty while that was never seen. */
    private Optional<Instant> current(SearchIndex index) {
        List<Instant> each =
                facts.stream().flatMap(watch -> watch.current(index).stream()).toList();
        return each.size() == facts.size() ? each.stream().min(Comparator.naturalOrder()) : Optional.empty();
    }

    /** After a restart it is not known how long something has been missing, but the bus knows whether it is too long. */
    private void answerFrom(SearchIndex index) {
        Instant now = clock.instant();
        Optional<Instant> current = current(index);
        if (current.isPresent()) {
            answersUntil = current.get().plus(properties.staleAfter());
        } else if (kind.facts().stream()
                .allMatch(topic ->
                        groups.hasTakenAllBefore(topic, index.group(topic), now.minus(properties.staleAfter())))) {
            answersUntil = now.plus(A_WHILE);
        }
    }
}
