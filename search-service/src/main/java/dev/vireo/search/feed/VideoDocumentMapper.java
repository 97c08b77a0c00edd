package dev.vireo.search.feed;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import dev.vireo.kit.Beginning;
import dev.vireo.search.document.VideoDocument;
import java.util.Set;

/** Videos of the contract as documents. */
final class VideoDocumentMapper {
    private static final Set<VideoState> WATCHABLE =
            Set.of(VideoState.VIDEO_STATE_PLAYABLE, VideoState.VIDEO_STATE_PUBLISHED);
    /** Code points of a description: lists show no more, and a hundred whole ones do not fit into an answer. */
    private static final int SHOWN = 300;

    private static final int HALF_A_SECOND = 500_000_000;

    private VideoDocumentMapper() {}

    static VideoDocument document(Video video, String ownerSubject) {
        return new VideoDocument(
                audience(video, ownerSubject),
                new VideoDocument.Words(video.getName(), video.getDescription(), video.getTagsList()),
                new VideoDocument.Facets(
                        video.getLanguage().isEmpty() ? null : video.getLanguage(),
                        video.getLicence(),
                        video.getCategory(),
                        video.getNsfw(),
                        video.getDuration().getSeconds() + (video.getDuration().getNanos() >= HALF_A_SECOND ? 1 : 0),
                        video.hasOrigin() ? video.getOrigin().getHost() : null),
                new VideoDocument.Times(
                        millis(video.getCreatedAt()),
                        millis(video.hasPublishedAt() ? video.getPublishedAt() : video.getCreatedAt())),
                new VideoDocument.Party(
                        video.getChannel().getId(),
                        video.getChannel().getName(),
                        video.getChannel().getDisplayName()),
                new VideoDocument.Party(
                        video.getAccount().getId(),
                        video.getAccount().getName(),
                        video.getAccount().getDisplayName()),
                video.getViews(),
                video.getLikes(),
                asEverybodySeesIt(video).toByteArray());
    }

    /** Who may find it, and what is spoken in it. */
    static VideoDocument.Audience audience(Video video, String ownerSubject) {
        return new VideoDocument.Audience(
                privacy(video.getPrivacy()), WATCHABLE.contains(video.getState()), ownerSubject);
    }

    /** The beginning of the description, and no captions, which no list shows; the file as its owner had it is nobody else's business. */
    private static Video asEverybodySeesIt(Video video) {
        return video.toBuilder()
                .setDescription(Beginning.of(video.getDescription(), SHOWN))
                .clearFilename()
                .clearSourceSize()
                .clearSourceSha256()
                .clearSourceMediaType()
                .clearFailureReason()
                .clearCaptions()
                .build();
    }

    /** What is not known yet counts as private. */
    private static String privacy(Privacy privacy) {
        return (privacy == Privacy.UNRECOGNIZED ? Privacy.PRIVACY_PRIVATE : privacy).name();
    }

    /** Since 1970, as documents have their times. */
    static long millis(Timestamp time) {
        return time.getSeconds() * 1_000 + time.getNanos() / 1_000_000;
    }
}
