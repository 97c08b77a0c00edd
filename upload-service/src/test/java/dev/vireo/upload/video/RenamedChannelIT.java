package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.catalog.v1.CreateChannelRequest;
import dev.vireo.contracts.catalog.v1.UpdateChannelRequest;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.testkit.Eventually;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who reads a video's snapshot reads the name of its channel: after a change of it each video is told again. */
final class RenamedChannelIT {
    /** More than are told in one transaction. */
    private static final int VIDEOS = 450;

    private final CatalogCallers callers = new CatalogCallers();

    @Test
    void allVideosOfARenamedChannelAreToldAgain() throws InvalidProtocolBufferException {
        Channel channel = callers.alice
                .channels()
                .createChannel(CreateChannelRequest.newBuilder()
                        .setName("renamed_soon")
                        .setDisplayName("Before")
                        .build())
                .getChannel();
        UUID first = callers.upload(Map.of("channelId", channel.getId()));
        List<UUID> all = multiplied(first);
        Video before = CatalogCallers.get(callers.alice, first);

        rename(UpdateChannelRequest.newBuilder().setSupport("Only what no video tells"));
        assertThat(waiting(channel)).isZero();
        rename(UpdateChannelRequest.newBuilder().setDisplayName("After"));

        Eventually.holds("all are told", () -> waiting(channel) == 0 && unsent(all) == 0);
        for (UUID id : List.of(first, all.getFirst(), all.get(VIDEOS / 2), all.getLast())) {
            var told = callers.videos.withKey(id.toString());
            VideoEvent last = VideoEvent.parseFrom(told.getLast().value());
            assertThat(last.getRevision()).isEqualTo(before.getRevision());
            assertThat(last.getUpdated().getVideo().getChannel().getDisplayName())
                    .isEqualTo("After");
        }
        assertThat(callers.videos.withKey(first.toString()))
                .as("uploaded, and told again once")
                .hasSize(2);
    }

    private void rename(UpdateChannelRequest.Builder change) {
        Channel changed = callers.alice
                .channels()
                .updateChannel(change.setName("renamed_soon").build())
                .getChannel();
        assertThat(changed.getName()).isEqualTo("renamed_soon");
    }

    /** As many videos as this one, and told of nowhere yet. */
    private List<UUID> multiplied(UUID one) {
        callers.service
                .jdbc()
                .sql(
                        "insert into video select (jsonb_populate_record(v, jsonb_build_object('id', gen_random_uuid()))).*"
                                + " from video v, generate_series(1, :many) where v.id = :one")
                .param("one", one)
                .param("many", VIDEOS)
                .update();
        return callers.service
                .jdbc()
                .sql("select id from video where channel_id = (select channel_id from video where id = ?) and id <> ?"
                        + " order by id")
                .params(one, one)
                .query(UUID.class)
                .list();
    }

    private int waiting(Channel channel) {
        return callers.service
                .jdbc()
                .sql("select count(*) from renamed_channel where channel_id = ?::uuid")
                .param(channel.getId())
                .query(Integer.class)
                .single();
    }

    private int unsent(List<UUID> ids) {
        return callers.service
                .jdbc()
                .sql("select count(*) from event_outbox where key = any(?::text[])")
                .param(ids.stream().map(UUID::toString).toArray(String[]::new))
                .query(Integer.class)
                .single();
    }
}
