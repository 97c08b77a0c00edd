package dev.vireo.search.together;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.apache.kafka.common.config.TopicConfig;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.utils.Bytes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.apache.kafka.streams.state.WindowStore;
import org.jspecify.annotations.Nullable;

/** Makes pairs of what one viewer watches in a window, which is forgotten soon after it. */
final class HistoryProcessor implements Processor<byte[], byte[], byte[], byte[]> {
    private static final String HISTORIES = "histories";

    private final int mostVideos;
    private @Nullable ProcessorContext<byte[], byte[]> context;
    private @Nullable WindowStore<Bytes, byte[]> histories;

    private HistoryProcessor(int mostVideos) {
        this.mostVideos = mostVideos;
    }

    /** With its store, which keeps as many windows as views may come in, and one while a segment of them is left. */
    static ProcessorSupplier<byte[], byte[], byte[], byte[]> supplier(TogetherProperties properties, Duration window) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<byte[], byte[], byte[], byte[]> get() {
                return new HistoryProcessor(properties.videosOfAViewer());
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                Duration kept = window.multipliedBy(CompanionStores.KEPT_WINDOWS);
                // What is old leaves the bus in whole segments, which must not wait until they are full.
                return Set.of(Stores.windowStoreBuilder(
                                Stores.persistentWindowStore(HISTORIES, kept, window, false),
                                Serdes.Bytes(),
                                Serdes.ByteArray())
                        .withLoggingEnabled(Map.of(TopicConfig.SEGMENT_MS_CONFIG, String.valueOf(window.toMillis()))));
            }
        };
    }

    @Override
    public void init(ProcessorContext<byte[], byte[]> opened) {
        context = opened;
        histories = opened.getStateStore(HISTORIES);
    }

    @Override
    public void process(Record<byte[], byte[]> record) {
        WindowStore<Bytes, byte[]> store = Objects.requireNonNull(histories);
        Viewed view = Viewed.decode(record.key(), record.value());
        Bytes viewer = Bytes.wrap(view.viewer());
        History before = History.decode(store.fetch(viewer, view.window()));
        if (before.videos() >= mostVideos) {
            return;
        }
        for (Pair pair : before.pairs(view)) {
            Objects.requireNonNull(context).forward(new Record<>(pair.key(), pair.encode(), record.timestamp()));
        }
        store.put(viewer, before.plus(view).encode(), view.window());
    }
}
