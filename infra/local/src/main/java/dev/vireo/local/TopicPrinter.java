package dev.vireo.local;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.util.JsonFormat;
import dev.vireo.contracts.caption.v1.CaptionEvent;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.contracts.comment.v1.CommentCountEvent;
import dev.vireo.contracts.companion.v1.CompanionEvent;
import dev.vireo.contracts.ipfs.v1.IpfsEvent;
import dev.vireo.contracts.playlist.v1.PlaylistEvent;
import dev.vireo.contracts.popularity.v1.PopularityEvent;
import dev.vireo.contracts.remote.v1.RemoteChannelEvent;
import dev.vireo.contracts.remote.v1.RemoteVideoEvent;
import dev.vireo.contracts.seeding.v1.SeedTask;
import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.subscription.v1.SubscriptionEvent;
import dev.vireo.contracts.swarm.v1.SwarmPeerEvent;
import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import dev.vireo.contracts.transcode.v1.TranscodeTask;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.contracts.view.v1.ViewEvent;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.jspecify.annotations.Nullable;

/** Main class of {@code infra/local/topic}: prints the events of a topic, one JSON object a line. */
public final class TopicPrinter {
    private static final Map<String, Parser<? extends Message>> TYPES = Map.ofEntries(
            Map.entry("video.v1", VideoEvent.parser()),
            Map.entry("channel.v1", ChannelEvent.parser()),
            Map.entry("caption.v1", CaptionEvent.parser()),
            Map.entry("subscription.v1", SubscriptionEvent.parser()),
            Map.entry("playlist.v1", PlaylistEvent.parser()),
            Map.entry("remote-video.v1", RemoteVideoEvent.parser()),
            Map.entry("remote-channel.v1", RemoteChannelEvent.parser()),
            Map.entry("view.v1", ViewEvent.parser()),
            Map.entry("popularity.v1", PopularityEvent.parser()),
            Map.entry("companion.v1", CompanionEvent.parser()),
            Map.entry("comment-count.v1", CommentCountEvent.parser()),
            Map.entry("seeding.v1", SeedingEvent.parser()),
            Map.entry("seed-task.v1", SeedTask.parser()),
            Map.entry("ipfs.v1", IpfsEvent.parser()),
            Map.entry("swarm-peer.v1", SwarmPeerEvent.parser()),
            Map.entry("transcode.v1", TranscodeEvent.parser()),
            Map.entry("transcode-task.v1", TranscodeTask.parser()),
            Map.entry("transcode-task-express.v1", TranscodeTask.parser()));
    private static final Duration POLL = Duration.ofMillis(500);

    private TopicPrinter() {}

    /** Arguments: topic, then {@code --follow} to wait for more, {@code --bootstrap HOST:PORT} for another Kafka. */
    public static void main(String[] arguments) {
        List<String> words = List.of(arguments);
        if (words.isEmpty() || words.getFirst().startsWith("--")) {
            System.err.println("Usage: infra/local/topic TOPIC [--follow] [--bootstrap HOST:PORT]; topics: "
                    + String.join(", ", TYPES.keySet().stream().sorted().toList()));
            System.exit(1);
        }
        int at = words.indexOf("--bootstrap");
        String bootstrap =
                at > 0 && at + 1 < words.size() ? words.get(at + 1) : "127.0.0.1:" + PortName.KAFKA.standard();
        print(words.getFirst(), bootstrap, words.contains("--follow"), System.out);
    }

    static void print(String topic, String bootstrap, boolean follow, PrintStream out) {
        Map<String, Object> settings = Map.of("bootstrap.servers", bootstrap, "isolation.level", "read_committed");
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(settings, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(TopicPrinter::partition)
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = new HashMap<>(consumer.endOffsets(partitions));
            while (follow
                    || partitions.stream().anyMatch(each -> consumer.position(each) < ends.getOrDefault(each, 0L))) {
                consumer.poll(POLL).forEach(record -> out.println(line(record)));
            }
        }
    }

    private static TopicPartition partition(PartitionInfo info) {
        return new TopicPartition(info.topic(), info.partition());
    }

    private static String line(ConsumerRecord<byte[], byte[]> record) {
        StringJoiner json = new StringJoiner(",", "{", "}");
        json.add("\"time\":\"" + Instant.ofEpochMilli(record.timestamp()) + "\"");
        json.add("\"partition\":" + record.partition());
        json.add("\"offset\":" + record.offset());
        json.add("\"key\":" + quoted(record.key()));
        for (Header header : record.headers()) {
            json.add(quoted(header.key().getBytes(StandardCharsets.UTF_8)) + ":" + quoted(header.value()));
        }
        return json.add("\"event\":" + event(record)).toString();
    }

    private static String event(ConsumerRecord<byte[], byte[]> record) {
        String topic = record.topic().replaceFirst("(\\.v[0-9]+)\\..*\\.dlt$", "$1");
        Parser<? extends Message> parser = TYPES.get(topic);
        if (parser == null || record.value() == null) {
            return quoted(record.value());
        }
        try {
            return JsonFormat.printer().omittingInsignificantWhitespace().print(parser.parseFrom(record.value()));
        } catch (InvalidProtocolBufferException e) {
            return quoted(("unreadable: " + e.getMessage()).getBytes(StandardCharsets.UTF_8));
        }
    }

    private static String quoted(byte @Nullable [] text) {
        if (text == null) {
            return "null";
        }
        StringBuilder quoted = new StringBuilder("\"");
        new String(text, StandardCharsets.UTF_8).chars().forEach(character -> {
            if (character == '"' || character == '\\') {
                quoted.append('\\').append((char) character);
            } else if (character < ' ') {
                quoted.append("\\u%04x".formatted(character));
            } else {
                quoted.append((char) character);
            }
        });
        return quoted.append('"').toString();
    }
}
