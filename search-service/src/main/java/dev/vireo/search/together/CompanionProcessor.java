package dev.vireo.search.together;

import dev.vireo.kit.Ids;
import dev.vireo.kit.event.EventHeaders;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** Puts {@link CompanionCounter} before the topic of companions, in one transaction with what it has taken. */
final class CompanionProcessor implements Processor<byte[], byte[], String, byte[]> {
    private static final int LOOKS = 4;

    private final TogetherProperties properties;
    private final String source;
    private @Nullable CompanionCounter counter;
    private @Nullable ProcessorContext<String, byte[]> context;

    private CompanionProcessor(TogetherProperties properties, String source) {
        this.properties = properties;
        this.source = source;
    }

    /** With its stores; {@code source} is who tells. */
    static ProcessorSupplier<byte[], byte[], String, byte[]> supplier(
            TogetherProperties properties, Duration window, String source) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], String, byte[]> get() {
                return new CompanionProcessor(properties, source);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return CompanionStores.builders(window);
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, byte[]> opened) {
        CompanionCounter counts = new CompanionCounter(properties, new CompanionStores(opened));
        context = opened;
        counter = counts;
        var unused = opened.schedule(
                properties.interval().dividedBy(LOOKS),
                PunctuationType.WALL_CLOCK_TIME,
                now -> counts.tell(now, (video, companions) -> tell(opened, video, companions, now)));
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        Objects.requireNonNull(counter)
                .take(
                        Pair.decode(record.value()),
                        Objects.requireNonNull(context).currentSystemTimeMs());
    }

    private void tell(ProcessorContext<String, byte[]> to, UUID video, CompanionTable companions, long now) {
        String key = video.toString();
        to.forward(new Record<>(
                key,
                CompanionEvents.changed(video, companions),
                now,
                EventHeaders.of(Ids.newId(), CompanionEvents.TYPE, source, Instant.ofEpochMilli(now), key, null)));
    }
}
