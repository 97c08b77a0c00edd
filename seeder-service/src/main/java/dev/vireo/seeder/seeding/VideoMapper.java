package dev.vireo.seeder.seeding;

import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoEvent;
import dev.vireo.kit.identity.InstanceId;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** What seeding needs to know of a fact about a video. */
final class VideoMapper {

    private VideoMapper() {}

    /** Empty while the video has no published files. */
    static Optional<VideoSnapshot> snapshot(VideoEvent event, InstanceId instance, UUID videoId) {
        return video(event)
                .filter(Video::hasPackaged)
                .map(video -> new VideoSnapshot(
                        instance,
                        videoId,
                        event.getRevision(),
                        open(video.getPrivacy()),
                        video.getPackaged().getVersion(),
                        video.getPackaged().getMultivariantPlaylist(),
                        video.getPackaged().getRenditionsList().stream()
                                .filter(rendition -> rendition.getSize() > 0)
                                .map(VideoMapper::file)
                                .toList(),
                        others(video.getPackaged())));
    }

    private static List<String> others(PackagedVideo packaged) {
        return Stream.concat(
                        packaged.getRenditionsList().stream().map(PackagedRendition::getPlaylist),
                        Stream.of(
                                packaged.getMultivariantPlaylist(),
                                packaged.getSegmentsSha256(),
                                packaged.getPoster(),
                                packaged.getThumbnail(),
                                packaged.getStoryboard().getSprite(),
                                packaged.getStoryboard().getTrack()))
                .filter(name -> !name.isEmpty())
                .distinct()
                .toList();
    }

    private static Optional<Video> video(VideoEvent event) {
        return switch (event.getEventCase()) {
            case UPLOADED -> Optional.of(event.getUploaded().getVideo());
            case PUBLISHED -> Optional.of(event.getPublished().getVideo());
            case UPDATED -> Optional.of(event.getUpdated().getVideo());
            case TRANSCODE_REQUESTED ->
                Optional.of(event.getTranscodeRequested().getVideo());
            // Of a newer sender; nothing here follows from it.
            case DELETED, EVENT_NOT_SET -> Optional.empty();
        };
    }

    /** What is not known yet counts as private. */
    private static boolean open(Privacy privacy) {
        return privacy == Privacy.PRIVACY_PUBLIC || privacy == Privacy.PRIVACY_UNLISTED;
    }

    private static PublishedFile file(PackagedRendition rendition) {
        return new PublishedFile(
                rendition.getName(),
                rendition.getFile(),
                rendition.getHeight(),
                rendition.getSize(),
                HexFormat.of().formatHex(rendition.getSha256().toByteArray()));
    }
}
