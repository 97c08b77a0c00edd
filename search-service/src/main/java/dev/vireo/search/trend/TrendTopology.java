package dev.vireo.search.trend;

import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** {@code view.v1} -> {@link ViewProcessor} -> {@code popularity.v1}. */
final class TrendTopology {
    private TrendTopology() {}

    static Topology of(TrendProperties properties, Supplier<ViewProcessor> processors) {
        return new Topology()
                .addSource("views", new StringDeserializer(), new ByteArrayDeserializer(), "view.v1")
                .addProcessor(
                        "counter",
                        new ProcessorSupplier<String, byte[], String, byte[]>() {
                            @Override
                            public Processor<String, byte[], String, byte[]> get() {
                                return processors.get();
                            }

                            @Override
                            public Set<StoreBuilder<?>> stores() {
                                return TrendStores.builders(properties.window());
                            }
                        },
                        "views")
                .addSink("popularity", "popularity.v1", new StringSerializer(), new ByteArraySerializer(), "counter");
    }
}
