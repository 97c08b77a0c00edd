package dev.vireo.search.trend;

import dev.vireo.kit.Ids;
import dev.vireo.kit.event.EventHeaders;
import dev.vireo.search.together.Viewed;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Instant;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.jspecify.annotations.Nullable;

/**
 * Puts {@link ViewCounter} behind {@code view.v1}: state, schedule, what is told and the place in that topic are one
 * transaction. A fact that cannot be understood is left out; no view is worth a dead letter.
 */
final class ViewProcessor implements Processor<String, byte[], String, Output> {
    private static final int LOOKS = 4;

    private final TrendProperties properties;
    private final String source;
    private final MeterRegistry metrics;
    private @Nullable ViewCounter counter;
    private @Nullable ProcessorContext<String, Output> context;

    ViewProcessor(TrendProperties properties, String source, MeterRegistry metrics) {
        this.properties = properties;
        this.source = source;
        this.metrics = metrics;
    }

    @Override
    public void init(ProcessorContext<String, Output> opened) {
        ViewCounter counts = new ViewCounter(properties, new TrendStores(opened));
        context = opened;
        counter = counts;
        var unused = opened.schedule(
                properties.firstInterval().dividedBy(LOOKS),
                PunctuationType.WALL_CLOCK_TIME,
                now -> counts.tell(now, (video, popularity) -> tell(opened, video, popularity, now)));
    }

    @Override
    public void process(Record<String, byte[]> event) {
        Optional<View> view = ViewMapper.view(event.value());
        ProcessorContext<String, Output> to = Objects.requireNonNull(context);
        long now = to.currentSystemTimeMs();
        String outcome = view.isEmpty()
                ? "malformed"
                : Objects.requireNonNull(counter)
                        .take(view.get(), event.timestamp(), now, counted -> tell(to, counted))
                        .name()
                        .toLowerCase(Locale.ROOT);
        metrics.counter("vireo.views", "outcome", outcome).increment();
    }

    private static void tell(ProcessorContext<String, Output> to, Viewed view) {
        to.forward(new Record<>(view.video().toString(), new Output.Counted(view), view.time()));
    }

    private void tell(ProcessorContext<String, Output> to, UUID video, Popularity popularity, long now) {
        String key = video.toString();
        to.forward(new Record<>(
                key,
                new Output.Fact(PopularityEvents.changed(video, popularity, now)),
                now,
                EventHeaders.of(Ids.newId(), PopularityEvents.TYPE, source, Instant.ofEpochMilli(now), key, null)));
    }
}
