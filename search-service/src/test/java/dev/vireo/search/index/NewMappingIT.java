package dev.vireo.search.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.search.Lists;
import dev.vireo.search.RunningSearchService;
import dev.vireo.search.TestChannel;
import dev.vireo.search.TestCluster;
import dev.vireo.search.TestVideos;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;

/** A version with another mapping begins an index of its own, with the oldest event, and answers when it is filled. */
final class NewMappingIT {
    @Test
    void whatWasHiddenOrDeletedIsNeverListedWhileANewIndexIsFilled() {
        try (TestVideos videos = new TestVideos();
                RunningSearchService before = filled(videos, new TestChannel(), Map.of())) {
            TestChannel channel = new TestChannel().tell(videos, 20);
            Eventually.holds("all is known", () -> sees(before, channel));
            TestCluster cluster = before.cluster();
            String old = cluster.answering().getFirst();
            before.stop();
            cluster.pretendMapping(old, 0);
            try (RunningSearchService after = before.again(Map.of("vireo.index-life.keep-old", "1s"))) {
                Eventually.holds("the new index answers", () -> {
                    Set<String> listed = Lists.ofChannel(after, channel.name()).orElse(channel.listed());
                    assertThat(listed).isEqualTo(channel.listed());
                    return !cluster.answering().equals(List.of(old));
                });
                assertThat(Lists.ofChannel(after, channel.name())).hasValue(channel.listed());
                Eventually.holds(
                        "the old one is removed", () -> cluster.indexes().size() == 1);
                assertThat(cluster.indexes()).doesNotContain(old);
            }
        }
    }

    @Test
    void anOlderVersionLeavesTheIndexOfTheNewerOneAlone() {
        TestChannel channel = new TestChannel();
        try (TestVideos videos = new TestVideos();
                RunningSearchService newer = filled(videos, channel, Map.of())) {
            TestCluster cluster = newer.cluster();
            List<String> indexes = cluster.indexes();
            newer.stop();
            cluster.pretendMapping(indexes.getFirst(), 1_000);
            try (KafkaConsumer<String, byte[]> replica = memberOf(cluster.group(indexes.getFirst()));
                    RunningSearchService older = newer.again(Map.of("vireo.index-life.stale-after", "1s"))) {
                Eventually.holds("it is answered from", () -> sees(older, channel));
                for (int looks = 0; looks < 5; looks++) {
                    replica.poll(Duration.ofMillis(500));
                    older.look();
                }
                assertThat(cluster.indexes()).isEqualTo(indexes);
                assertThat(cluster.answering()).isEqualTo(indexes);
            }
        }
    }

    @Test
    void anOlderVersionTakesOverWhenTheNewerOneIsGone() {
        TestChannel channel = new TestChannel();
        try (TestVideos videos = new TestVideos();
                RunningSearchService newer = filled(videos, channel, Map.of())) {
            TestCluster cluster = newer.cluster();
            String theirs = cluster.answering().getFirst();
            newer.stop();
            cluster.pretendMapping(theirs, 1_000);
            try (RunningSearchService older = newer.again(Map.of("vireo.index-life.stale-after", "2s"))) {
                Eventually.holds(
                        "its own index answers", () -> !cluster.answering().equals(List.of(theirs)));
                Eventually.holds("and has all", () -> sees(older, channel));
            }
        }
    }

    @Test
    void aLostIndexIsFilledAgain() {
        TestChannel channel = new TestChannel();
        try (TestVideos videos = new TestVideos();
                RunningSearchService service = filled(videos, channel, Map.of())) {
            TestCluster cluster = service.cluster();
            cluster.send("DELETE", "/" + cluster.answering().getFirst(), "");
            videos.tell(TestVideos.video("Told to nobody"));
            Eventually.holds("all is known again", () -> sees(service, channel));
            assertThat(cluster.get("/" + cluster.answering().getFirst() + "/_mapping")
                            .findValue("dynamic")
                            .asString())
                    .isEqualTo("strict");
        }
    }

    /** A service that knows the channel's videos. */
    private static RunningSearchService filled(TestVideos videos, TestChannel channel, Map<String, String> special) {
        RunningSearchService service = RunningSearchService.start(special);
        channel.tell(videos, 5);
        Eventually.holds("all is known", () -> sees(service, channel));
        return service;
    }

    private static boolean sees(RunningSearchService service, TestChannel channel) {
        return Lists.ofChannel(service, channel.name())
                .filter(channel.listed()::equals)
                .isPresent();
    }

    private static KafkaConsumer<String, byte[]> memberOf(String group) {
        KafkaConsumer<String, byte[]> member = new KafkaConsumer<>(
                Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers(), "group.id", group),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        member.subscribe(List.of("video.v1"));
        Eventually.holds("it is a member", () -> {
            member.poll(Duration.ofMillis(200));
            return !member.assignment().isEmpty();
        });
        return member;
    }
}
