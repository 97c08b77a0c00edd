package dev.vireo.upload.video;

import dev.vireo.upload.channel.ChannelId;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** How far the videos of renamed channels are told, in PostgreSQL. */
@Component
final class JdbcRenamedChannels {
    private final JdbcClient jdbc;

    JdbcRenamedChannels(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** One that no other process has, until the present transaction ends. */
    Optional<Place> lockOne() {
        return jdbc.sql("select * from renamed_channel limit 1 for update skip locked")
                .query((row, number) -> new Place(
                        new ChannelId(row.getObject("channel_id", UUID.class)),
                        new VideoId(row.getObject("after_id", UUID.class)),
                        row.getObject("playlists_after", UUID.class)))
                .optional();
    }

    void goOn(Place place, VideoId last) {
        jdbc.sql("update renamed_channel set after_id = ? where channel_id = ?")
                .params(last.value(), place.channel().value())
                .update();
    }

    /** {@code last} is null when they are all told. */
    void goOnWithOthers(Place place, @Nullable UUID last) {
        jdbc.sql("update renamed_channel set playlists_after = ? where channel_id = ?")
                .param(last)
                .param(place.channel().value())
                .update();
    }

    void done(Place place) {
        jdbc.sql("delete from renamed_channel where channel_id = ?")
                .param(place.channel().value())
                .update();
    }

    /**
     * How far a channel is told.
     *
     * @param after the last of its videos
     * @param othersAfter the last of what else has its name; null when all that is told
     */
    record Place(ChannelId channel, VideoId after, @Nullable UUID othersAfter) {}
}
