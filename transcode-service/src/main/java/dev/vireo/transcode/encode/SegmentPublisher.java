package dev.vireo.transcode.encode;

import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.transcode.chunk.Chunk;
import dev.vireo.transcode.job.StoredRendition;
import dev.vireo.transcode.job.StoredSegment;
import dev.vireo.transcode.job.Task;
import dev.vireo.transcode.job.TaskBoard;
import dev.vireo.transcode.packaging.InitializationSection;
import dev.vireo.transcode.packaging.MediaSegment;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts the segments of one rendition to the origin as an encoder finishes them, and reports each when it is durable. */
final class SegmentPublisher {

    private static final String TYPE = "video/mp4";
    private static final long MICROS = 1_000_000;

    private final Publishing to;
    private final Task task;
    private final String rendition;
    private final Path folder;
    private final SegmentRule rule;
    private final Set<Integer> published = new HashSet<>();
    private @Nullable StoredRendition stored;

    SegmentPublisher(Publishing to, Task task, String rendition, Path folder, SegmentRule rule) {
        this.to = to;
        this.task = task;
        this.rendition = rendition;
        this.folder = folder;
        this.rule = rule;
        to.board().segments(task.video(), rendition).forEach(segment -> published.add(segment.number()));
    }

    /** Where segments go and who is told. */
    record Publishing(OriginStore origin, TaskBoard board, Patience patience, long maxSegment) {
        Publishing upTo(long bytes) {
            return new Publishing(origin, board, patience, Math.min(bytes, maxSegment));
        }
    }

    /** Publishes what is complete by now. */
    void publish() throws InterruptedException {
        Path init = folder.resolve(HlsOutput.INIT);
        Map<Integer, Path> complete = complete();
        if (complete.isEmpty() || !Files.exists(init)) {
            return;
        }
        rule.reach(Collections.max(complete.keySet()));
        for (Integer number : complete.keySet().stream().sorted().toList()) {
            publish(number, complete.getOrDefault(number, init));
        }
    }

    private void publish(int number, Path file) throws InterruptedException {
        byte[] bytes = read(file);
        Optional<MediaSegment> segment = MediaSegment.parse(bytes);
        if (segment.isPresent()) {
            rule.check(number, bytes, segment.get(), rendition().timescale());
        }
        if (segment.isPresent() && !published.contains(number)) {
            StoredRendition known = rendition();
            MediaSegment.number(bytes, number + 1);
            String digest = Digests.sha256(bytes);
            String object = ObjectNames.segment(number, digest);
            StoredSegment row = new StoredSegment(
                    rendition,
                    number,
                    object,
                    bytes.length,
                    digest,
                    segment.get().ticks() * MICROS / known.timescale(),
                    segment.get().samples());
            to.patience().with(() -> {
                to.origin().put(key(object), bytes, TYPE);
                return object;
            });
            to.patience().with(() -> {
                to.board().segment(task, known, row);
                return row;
            });
            published.add(number);
        }
        delete(file);
    }

    /** The initialization section is durable before the first segment is reported. */
    private StoredRendition rendition() throws InterruptedException {
        StoredRendition known = stored;
        if (known != null) {
            return known;
        }
        byte[] bytes = read(folder.resolve(HlsOutput.INIT));
        InitializationSection init = InitializationSection.parse(bytes);
        rule.begin(bytes);
        String digest = Digests.sha256(bytes);
        StoredRendition made = new StoredRendition(
                rendition, ObjectNames.init(digest), bytes.length, digest, init.timescale(), init.codecs());
        to.patience().with(() -> {
            if (to.board().rendition(task.video(), rendition).isEmpty()) {
                to.origin().put(key(made.initObject()), bytes, TYPE);
            }
            return made;
        });
        stored = made;
        return made;
    }

    /** True when all segments of a chunk are durable; never of the last one, whose end is not known before. */
    boolean has(Chunk chunk) {
        return !chunk.last()
                && IntStream.range(chunk.firstSegment(), chunk.endSegment()).allMatch(published::contains);
    }

    private ObjectKey key(String object) {
        return task.video().progressFolder().resolve(rendition).resolve(object);
    }

    private Map<Integer, Path> complete() {
        try (Stream<Path> files = Files.list(folder)) {
            Map<Integer, Path> segments = new HashMap<>();
            List<Path> named = files.filter(
                            file -> file.getFileName().toString().endsWith(HlsOutput.SUFFIX))
                    .toList();
            for (Path file : named) {
                String name = file.getFileName().toString();
                segments.put(Integer.valueOf(name.substring(0, name.length() - HlsOutput.SUFFIX.length())), file);
            }
            return segments;
        } catch (IOException failure) {
            throw new UncheckedIOException("The scratch folder cannot be read", failure);
        }
    }

    private byte[] read(Path file) {
        try {
            if (Files.size(file) > to.maxSegment()) {
                throw new EncoderException("A segment of " + Files.size(file) + " bytes is too large");
            }
            return Files.readAllBytes(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("A segment cannot be read", failure);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException failure) {
            throw new UncheckedIOException("A segment cannot be removed", failure);
        }
    }
}
