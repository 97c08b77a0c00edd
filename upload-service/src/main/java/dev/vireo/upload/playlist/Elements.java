package dev.vireo.upload.playlist;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.video.VideoId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The elements of a playlist in their order; a value. Positions are counted from 1 without gaps.
 *
 * @param all in their order
 */
record Elements(List<Element> all) {
    static final Elements NONE = new Elements(List.of());

    Elements {
        all = List.copyOf(all);
    }

    /** The video whose picture is the playlist's. */
    @Nullable
    VideoId cover() {
        return all.isEmpty() ? null : all.getFirst().video();
    }

    Optional<Element> find(ElementId id) {
        return all.stream().filter(element -> element.id().equals(id)).findFirst();
    }

    Elements with(Element last) {
        return new Elements(Stream.concat(all.stream(), Stream.of(last)).toList());
    }

    Elements without(ElementId id) {
        return new Elements(
                all.stream().filter(element -> !element.id().equals(id)).toList());
    }

    Elements changed(ElementId id, UnaryOperator<Element> change) {
        return new Elements(all.stream()
                .map(element -> element.id().equals(id) ? change.apply(element) : element)
                .toList());
    }

    /**
     * The same with {@code count} of them, from position {@code start} on, moved behind what now stands at position
     * {@code insertAfter}; unchanged when that is one of those that move.
     */
    Elements moved(int start, int insertAfter, int count) {
        if (start < 1 || start > all.size()) {
            throw PlatformException.invalid("startPosition", "must be a position of the playlist.");
        }
        if (insertAfter < 0 || insertAfter > all.size()) {
            throw PlatformException.invalid("insertAfterPosition", "must be a position of the playlist, or 0.");
        }
        if (count < 1 || count > all.size() - start + 1) {
            throw PlatformException.invalid("reorderLength", "must be 1 to the number of elements from there on.");
        }
        int end = start - 1 + count;
        if (insertAfter >= start - 1 && insertAfter <= end) {
            return this;
        }
        List<Element> moving = all.subList(start - 1, end);
        List<Element> others = new ArrayList<>(all.subList(0, start - 1));
        others.addAll(all.subList(end, all.size()));
        others.addAll(insertAfter < start ? insertAfter : insertAfter - count, moving);
        return new Elements(others);
    }
}
