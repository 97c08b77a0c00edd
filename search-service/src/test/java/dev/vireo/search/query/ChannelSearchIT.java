package dev.vireo.search.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.channel.v1.ChannelDeleted;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.contracts.channel.v1.ChannelUpdated;
import dev.vireo.contracts.search.v1.ChannelSort;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchChannelsResponse;
import dev.vireo.search.RunningSearchService;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import io.grpc.StatusRuntimeException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Channels as people look for them. */
final class ChannelSearchIT {
    private static final String MARK = "m" + UUID.randomUUID().toString().substring(0, 8);
    private static final KafkaProducer<String, byte[]> PRODUCER = new KafkaProducer<>(
            Map.of("bootstrap.servers", RealServers.kafka().bootstrapServers()),
            new StringSerializer(),
            new ByteArraySerializer());

    private static RunningSearchService service;
    private static Channel birds;
    private static Channel trains;
    private static Channel elsewhere;

    @BeforeAll
    static void start() throws Exception {
        service = RunningSearchService.start(Map.of());
        birds = tell(channel("main", "birds", "Zürich ornithology", 10));
        trains = tell(channel("main", "old_trains", "Steam railways", 20));
        elsewhere = tell(channel("second", "birds", "Ornithology abroad", 30));
        Eventually.holds("all are found", () -> total("main") == 2 && total("second") == 1);
    }

    @AfterAll
    static void stop() {
        PRODUCER.close();
        service.close();
    }

    @Test
    void findsByWordsWithoutAccentsAndWithATypo() {
        assertThat(ids(asked().setSearch("zurich"))).containsExactly(birds.getId());
        assertThat(ids(asked().setSearch("ornitology"))).containsExactly(birds.getId());
        assertThat(ids(asked().setSearch("trains"))).containsExactly(trains.getId());
        assertThat(ids(asked().setSearch("submarine"))).isEmpty();
    }

    @Test
    void filtersBySeveralThings() {
        assertThat(ids(asked().addIds(birds.getId()))).containsExactly(birds.getId());
        assertThat(ids(SearchChannelsRequest.newBuilder().addNames(trains.getName())))
                .containsExactly(trains.getId());
        assertThat(ids(asked().setHost("MAIN.example"))).hasSize(2);
        assertThat(ids(asked().setHost("second.example"))).isEmpty();
    }

    @Test
    void sortsAndPages() {
        assertThat(ids(asked())).containsExactly(trains.getId(), birds.getId());
        assertThat(ids(asked().setSort(ChannelSort.CHANNEL_SORT_CREATED).setAscending(true)))
                .containsExactly(birds.getId(), trains.getId());
        assertThat(ids(asked().setSort(ChannelSort.CHANNEL_SORT_NAME).setAscending(true)))
                .containsExactly(trains.getId(), birds.getId());
        assertThat(ids(asked().setStart(1).setCount(1))).containsExactly(birds.getId());
        assertThat(service.at("main")
                        .searchChannels(asked().setSkipCount(true).build())
                        .getTotal())
                .isZero();
        assertThatThrownBy(() -> ids(asked().setStart(-1)))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessageContaining("start");
    }

    @Test
    void showsNothingOfAnotherInstance() {
        assertThat(service.at("main")
                        .searchChannels(asked().addIds(elsewhere.getId()).build())
                        .getTotal())
                .isZero();
        assertThat(service.at("second").searchChannels(asked().build()).getChannelsList())
                .containsExactly(elsewhere);
    }

    @Test
    void forgetsWhatIsDeleted() throws Exception {
        Channel passing = tell(channel("main", "passing", "Ephemera", 1));
        var asked = SearchChannelsRequest.newBuilder().addIds(passing.getId()).build();
        Eventually.holds(
                "it is found", () -> service.at("main").searchChannels(asked).getTotal() == 1);
        send(passing, ChannelEvent.newBuilder().setRevision(2).setDeleted(ChannelDeleted.getDefaultInstance()));
        Eventually.holds(
                "it is gone", () -> service.at("main").searchChannels(asked).getTotal() == 0);
    }

    private static Channel channel(String instance, String name, String displayName, int second) {
        return Channel.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setInstanceId(instance)
                .setRevision(1)
                .setName(name + "_" + MARK)
                .setDisplayName(displayName)
                .setDescription("Films of " + name)
                .setOwner(Account.newBuilder().setId(MARK).setName("alice").setDisplayName("Alice"))
                .setCreatedAt(Timestamp.newBuilder().setSeconds(second))
                .setUpdatedAt(Timestamp.newBuilder().setSeconds(second))
                .build();
    }

    private static Channel tell(Channel channel) throws Exception {
        send(
                channel,
                ChannelEvent.newBuilder()
                        .setRevision(1)
                        .setUpdated(ChannelUpdated.newBuilder().setChannel(channel)));
        return channel;
    }

    private static void send(Channel channel, ChannelEvent.Builder fact) throws Exception {
        byte[] value = fact.setInstanceId(channel.getInstanceId())
                .setChannelId(channel.getId())
                .build()
                .toByteArray();
        PRODUCER.send(new ProducerRecord<>("channel.v1", channel.getId(), value))
                .get(30, TimeUnit.SECONDS);
    }

    private static SearchChannelsRequest.Builder asked() {
        return SearchChannelsRequest.newBuilder().addAllNames(List.of("birds_" + MARK, "old_trains_" + MARK));
    }

    private static long total(String instance) {
        SearchChannelsResponse answer = service.at(instance).searchChannels(asked().build());
        return answer.getTotal();
    }

    private static List<String> ids(SearchChannelsRequest.Builder asked) {
        return service.at("main").searchChannels(asked.build()).getChannelsList().stream()
                .map(Channel::getId)
                .toList();
    }
}
