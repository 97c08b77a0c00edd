package dev.vireo.upload.video;

import dev.vireo.upload.channel.Channel;
import dev.vireo.upload.channel.ChannelContents;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import org.springframework.stereotype.Component;

/** The videos that go when their channel is deleted. */
@Component
final class VideosOfChannel implements ChannelContents {
    private final JdbcVideoRepository videos;
    private final VideoEvents events;
    private final VideoContents contents;
    private final Clock clock;

    VideosOfChannel(JdbcVideoRepository videos, VideoEvents events, VideoContents contents, Clock clock) {
        this.videos = videos;
        this.events = events;
        this.contents = contents;
        this.clock = clock;
    }

    @Override
    public void removeAllIn(Channel channel) {
        for (Video video : videos.lockAllIn(channel.id())) {
            Video gone =
                    video.with(video.transcoding().deleted(), clock.instant().truncatedTo(ChronoUnit.MICROS));
            videos.update(gone);
            events.deleted(gone);
            contents.removeAllOf(gone.captioned());
        }
    }
}
