package dev.vireo.search.rebuild;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.search.v1.Index;
import dev.vireo.contracts.search.v1.IndexKind;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.search.index.IndexState;
import dev.vireo.search.index.Kind;
import java.time.Instant;
import java.util.List;

/** States of indexes as messages. */
final class IndexStateMapper {
    private IndexStateMapper() {}

    static Kind kind(IndexKind kind) {
        return switch (kind) {
            case INDEX_KIND_VIDEO -> Kind.VIDEO;
            case INDEX_KIND_CHANNEL -> Kind.CHANNEL;
            case INDEX_KIND_CAPTION -> Kind.CAPTION;
            case INDEX_KIND_PLAYLIST -> Kind.PLAYLIST;
            case INDEX_KIND_UNSPECIFIED, UNRECOGNIZED ->
                throw PlatformException.invalid("kind", "must be one of the kinds.");
        };
    }

    static List<Index> messages(List<IndexState> states) {
        return states.stream().map(IndexStateMapper::message).toList();
    }

    private static Index message(IndexState state) {
        Index.Builder index = Index.newBuilder()
                .setKind(
                        switch (state.kind()) {
                            case VIDEO -> IndexKind.INDEX_KIND_VIDEO;
                            case CHANNEL -> IndexKind.INDEX_KIND_CHANNEL;
                            case CAPTION -> IndexKind.INDEX_KIND_CAPTION;
                            case PLAYLIST -> IndexKind.INDEX_KIND_PLAYLIST;
                        })
                .setName(state.name())
                .setMapping(state.mapping())
                .setAnswers(state.answers())
                .setBlocked(state.blocked())
                .setEventsDone(state.done())
                .setEventsToDo(state.toDo());
        Instant current = state.current();
        if (current != null) {
            index.setCurrent(
                    Timestamp.newBuilder().setSeconds(current.getEpochSecond()).setNanos(current.getNano()));
        }
        return index.build();
    }
}
