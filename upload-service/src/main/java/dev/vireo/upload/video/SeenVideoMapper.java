package dev.vireo.upload.video;

import dev.vireo.contracts.video.v1.Video;
import dev.vireo.kit.Beginning;
import dev.vireo.kit.identity.Caller;
import java.util.Optional;

/** Videos of lists as protobuf messages. */
public final class SeenVideoMapper {
    private static final int DESCRIPTION = 300;

    private SeenVideoMapper() {}

    /** With the beginning of its description, as lists may be long; empty when the caller does not see it. */
    public static Optional<Video> message(SeenVideo seen, Caller caller) {
        return seen.video()
                .map(video -> VideoMapper.message(video, caller))
                .map(message -> message.toBuilder()
                        .setDescription(Beginning.of(message.getDescription(), DESCRIPTION))
                        .build());
    }

    /** Without long texts, for lists of what it is the picture of; empty when the caller does not see it. */
    public static Optional<Video> picture(SeenVideo seen, Caller caller) {
        return seen.video().map(video -> {
            Video.Builder picture =
                    VideoMapper.message(video, caller).toBuilder().clearDescription();
            picture.getChannelBuilder().clearDescription();
            return picture.build();
        });
    }
}
