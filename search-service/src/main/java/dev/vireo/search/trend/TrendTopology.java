package dev.vireo.search.trend;

import dev.vireo.search.together.TogetherProperties;
import dev.vireo.search.together.TogetherTopology;
import dev.vireo.search.together.Viewed;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.KStream;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** {@code view.v1} -> {@link ViewProcessor} -> {@code popularity.v1}, and counted views to {@link TogetherTopology}. */
final class TrendTopology {
    private TrendTopology() {}

    static Topology of(
            TrendProperties properties,
            TogetherProperties together,
            String source,
            Supplier<ViewProcessor> processors) {
        StreamsBuilder streams = new StreamsBuilder();
        KStream<String, Output> outputs = streams.stream("view.v1", Consumed.with(Serdes.String(), Serdes.ByteArray()))
                .process(counter(processors, properties.window()), Named.as("counter"));
        KStream<String, byte[]> facts =
                outputs.flatMapValues(output -> output instanceof Output.Fact fact ? List.of(fact.event()) : List.of());
        facts.to("popularity.v1", Produced.with(Serdes.String(), Serdes.ByteArray()));
        KStream<String, Viewed> views = outputs.flatMapValues(
                output -> output instanceof Output.Counted counted ? List.of(counted.view()) : List.of());
        TogetherTopology.follow(views, properties.window(), together, source);
        return streams.build();
    }

    private static ProcessorSupplier<String, byte[], String, Output> counter(
            Supplier<ViewProcessor> processors, Duration window) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, byte[], String, Output> get() {
                return processors.get();
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return TrendStores.builders(window);
            }
        };
    }
}
