package dev.vireo.search.together;

import java.time.Duration;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/**
 * Counted views, by viewer -> {@link HistoryProcessor} -> pairs, by video -> {@link CompanionProcessor} ->
 * {@code companion.v1}. What stands in the two topics between cannot be read any more when it was taken.
 */
public final class TogetherTopology {
    private static final Repartitioned<byte[], byte[]> BYTES =
            Repartitioned.with(Serdes.ByteArray(), Serdes.ByteArray());

    private TogetherTopology() {}

    /** Follows views that count once in a window; {@code source} is who tells. */
    public static void follow(
            KStream<String, Viewed> views, Duration window, TogetherProperties properties, String source) {
        views.map((video, view) -> KeyValue.pair(view.viewer(), view.encode()), Named.as("by-viewer"))
                .repartition(BYTES.withName("viewed"))
                .process(HistoryProcessor.supplier(properties, window), Named.as("history"))
                .repartition(BYTES.withName("pair"))
                .process(CompanionProcessor.supplier(properties, window, source), Named.as("companion"))
                .to("companion.v1", Produced.with(Serdes.String(), Serdes.ByteArray()));
    }
}
