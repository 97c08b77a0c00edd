package dev.vireo.upload.session;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.upload.v1.CreateUploadRequest;
import dev.vireo.contracts.upload.v1.Upload;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.upload.channel.ChannelId;
import dev.vireo.upload.video.VideoDetails;
import dev.vireo.upload.video.VideoRules;
import java.time.Instant;
import java.util.UUID;

/** Uploads as protobuf messages. */
final class UploadMapper {
    private UploadMapper() {}

    static Upload message(UploadSession session) {
        boolean complete = session.state() == UploadState.COMPLETED;
        return Upload.newBuilder()
                .setId(session.id().value().toString())
                .setLength(session.length())
                .setOffset(session.progress().received())
                .setExpiresAt(timestamp(session.expiresAt()))
                .setVideoId(complete ? session.id().value().toString() : "")
                .build();
    }

    static NewUpload announced(CreateUploadRequest request) {
        String filename = VideoRules.filename(request.getFilename());
        String name = request.getName().strip();
        Instant publishAt = request.hasPublishAt()
                ? VideoRules.publishAt(
                        request.getPublishAt().getSeconds(),
                        request.getPublishAt().getNanos())
                : null;
        VideoDetails details = new VideoDetails(
                name.isEmpty() ? VideoRules.titleOf(filename) : name,
                request.getDescription(),
                publishAt == null ? privacy(request.getPrivacy()) : dev.vireo.upload.video.Privacy.PRIVATE,
                request.getTagsList(),
                request.getLanguage(),
                request.getLicence(),
                request.getCategory(),
                request.getNsfw(),
                publishAt);
        return new NewUpload(
                request.getLength(),
                new UploadSession.NewFile(filename, VideoRules.checked(details)),
                request.getChannelId().isEmpty() ? null : new ChannelId(uuid("channel_id", request.getChannelId())));
    }

    static UploadId uploadId(String text) {
        return new UploadId(uuid("upload_id", text));
    }

    private static Timestamp timestamp(Instant instant) {
        return Timestamp.newBuilder()
                .setSeconds(instant.getEpochSecond())
                .setNanos(instant.getNano())
                .build();
    }

    private static UUID uuid(String field, String text) {
        try {
            return UUID.fromString(text);
        } catch (IllegalArgumentException malformed) {
            throw PlatformException.invalid(field, "must be a UUID.");
        }
    }

    private static dev.vireo.upload.video.Privacy privacy(Privacy privacy) {
        return switch (privacy) {
            case PRIVACY_UNSPECIFIED, PRIVACY_PUBLIC -> dev.vireo.upload.video.Privacy.PUBLIC;
            case PRIVACY_UNLISTED -> dev.vireo.upload.video.Privacy.UNLISTED;
            case PRIVACY_PRIVATE -> dev.vireo.upload.video.Privacy.PRIVATE;
            case PRIVACY_INTERNAL -> dev.vireo.upload.video.Privacy.INTERNAL;
            case UNRECOGNIZED -> throw PlatformException.invalid("privacy", "must be one of the four.");
        };
    }
}
