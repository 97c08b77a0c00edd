package dev.vireo.upload.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.channel.v1.ChannelEvent;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import dev.vireo.upload.GrpcTestClient;
import dev.vireo.upload.RunningUploadService;
import dev.vireo.upload.TestCallers;
import dev.vireo.upload.TestTopic;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.junit.jupiter.api.Test;

/** What facts did not say before is told again of each channel that is there. */
final class UntoldChannelIT {
    private final RunningUploadService service = RunningUploadService.shared();
    private final GrpcTestClient alice = TestCallers.grpc(service, "main", "alice");
    private final TestTopic topic = new TestTopic(RealServers.kafka().bootstrapServers(), "channel.v1");

    @Test
    void theMigrationHasAllChannelsAndTheirVideosToldAgain() throws Exception {
        Channel channel = alice.channels()
                .createChannel(CreateChannelRequest.newBuilder()
                        .setName("told_again")
                        .setDisplayName("Told again")
                        .build())
                .getChannel();
        Eventually.holds("it is told", () -> facts(channel).size() == 1);

        inserts("V0011__owner_told.sql")
                .forEach(insert -> service.jdbc().sql(insert).update());

        Eventually.holds("it is told again", () -> facts(channel).size() == 2);
        ChannelEvent first = ChannelEvent.parseFrom(facts(channel).getFirst().value());
        ChannelEvent again = ChannelEvent.parseFrom(facts(channel).getLast().value());
        assertThat(again.getOwnerSubject()).isNotEmpty().isEqualTo(first.getOwnerSubject());
        assertThat(again.getRevision()).isEqualTo(first.getRevision());
        assertThat(again.getUpdated().getChannel()).isEqualTo(channel);
        Eventually.holds("nothing waits", () -> waiting("untold_channel") == 0 && waiting("renamed_channel") == 0);
        assertThat(facts(channel)).hasSize(2);
    }

    private static List<String> inserts(String migration) throws Exception {
        try (InputStream sql =
                Objects.requireNonNull(UntoldChannelIT.class.getResourceAsStream("/db/migration/" + migration))) {
            return Arrays.stream(new String(sql.readAllBytes(), StandardCharsets.UTF_8).split(";", -1))
                    .map(String::strip)
                    .filter(statement -> statement.startsWith("insert"))
                    .toList();
        }
    }

    private List<ConsumerRecord<String, byte[]>> facts(Channel channel) {
        return topic.withKey(channel.getId());
    }

    private int waiting(String table) {
        return service.jdbc()
                .sql("select count(*) from " + table)
                .query(Integer.class)
                .single();
    }
}
