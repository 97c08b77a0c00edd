package dev.vireo.upload.video;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.seeding.v1.TorrentSet;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.upload.channel.ChannelMapper;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Videos as protobuf messages, and requests as changes of a video's details. */
final class VideoMapper {
    private VideoMapper() {}

    static dev.vireo.contracts.video.v1.Video message(Video video) {
        var message = dev.vireo.contracts.video.v1.Video.newBuilder()
                .setId(video.id().value().toString())
                .setInstanceId(video.instance().value())
                .setRevision(video.revision())
                .setViews(video.counts().views())
                .setComments(video.counts().comments())
                .setChannel(ChannelMapper.summary(video.channel()))
                .setAccount(ChannelMapper.summary(video.channel().owner()))
                .setCreatedAt(ChannelMapper.timestamp(video.times().createdAt()))
                .setUpdatedAt(ChannelMapper.timestamp(video.times().updatedAt()));
        if (video.times().publishedAt() != null) {
            message.setPublishedAt(ChannelMapper.timestamp(video.times().publishedAt()));
        }
        details(message, video.details());
        transcoding(message, video.transcoding());
        torrents(message, video);
        video.captions().forEach(caption -> message.addCaptions(CaptionMapper.message(caption)));
        VideoSource source = video.source();
        return message.setFilename(source.filename())
                .setSourceSize(source.size())
                .setSourceSha256(source.sha256())
                .setSourceMediaType(source.mediaType())
                .build();
    }

    /** What this caller may know: the file as its owner had it is nobody else's business. */
    static dev.vireo.contracts.video.v1.Video message(Video video, Caller caller) {
        var message = message(video);
        return video.mayBeEditedBy(caller)
                ? message
                : message.toBuilder()
                        .clearFilename()
                        .clearSourceSize()
                        .clearSourceSha256()
                        .clearSourceMediaType()
                        .clearFailureReason()
                        .build();
    }

    /** The details that the request asks for, over the present ones. */
    static VideoDetails details(UpdateVideoRequest request, VideoDetails present) {
        Privacy privacy = request.hasPrivacy() ? privacy(request.getPrivacy()) : present.privacy();
        return new VideoDetails(
                request.hasName() ? request.getName() : present.name(),
                request.hasDescription() ? request.getDescription() : present.description(),
                privacy,
                request.hasTags() ? List.copyOf(request.getTags().getTagsList()) : present.tags(),
                request.hasLanguage() ? request.getLanguage() : present.language(),
                request.hasLicence() ? request.getLicence() : present.licence(),
                request.hasCategory() ? request.getCategory() : present.category(),
                request.hasNsfw() ? request.getNsfw() : present.nsfw(),
                publishAt(request, present, privacy));
    }

    /** A privacy other than private ends the schedule, unless the request asks for both. */
    private static @Nullable Instant publishAt(UpdateVideoRequest request, VideoDetails present, Privacy privacy) {
        if (request.hasPublishAt()) {
            return VideoRules.publishAt(
                    request.getPublishAt().getSeconds(), request.getPublishAt().getNanos());
        }
        return request.getClearPublishAt() || privacy != Privacy.PRIVATE ? null : present.publishAt();
    }

    static Privacy privacy(dev.vireo.contracts.video.v1.Privacy privacy) {
        return switch (privacy) {
            case PRIVACY_UNLISTED -> Privacy.UNLISTED;
            case PRIVACY_PRIVATE -> Privacy.PRIVATE;
            case PRIVACY_INTERNAL -> Privacy.INTERNAL;
            case PRIVACY_PUBLIC -> Privacy.PUBLIC;
            case PRIVACY_UNSPECIFIED, UNRECOGNIZED ->
                throw PlatformException.invalid("privacy", "must be one of the four.");
        };
    }

    private static com.google.protobuf.Duration duration(Duration duration) {
        return com.google.protobuf.Duration.newBuilder()
                .setSeconds(duration.toSeconds())
                .setNanos(duration.toNanosPart())
                .build();
    }

    static Duration duration(com.google.protobuf.Duration duration) {
        return Duration.ofSeconds(duration.getSeconds(), duration.getNanos());
    }

    private static void details(dev.vireo.contracts.video.v1.Video.Builder message, VideoDetails details) {
        message.setName(details.name())
                .setDescription(details.description())
                .setPrivacyValue(details.privacy().number())
                .addAllTags(details.tags())
                .setLanguage(details.language())
                .setLicence(details.licence())
                .setCategory(details.category())
                .setNsfw(details.nsfw());
        if (details.publishAt() != null) {
            message.setPublishAt(ChannelMapper.timestamp(details.publishAt()));
        }
    }

    private static void transcoding(dev.vireo.contracts.video.v1.Video.Builder message, Transcoding transcoding) {
        message.setState(state(transcoding.state()))
                .setVersion(transcoding.version())
                .setPlayable(transcoding.playable())
                .setFailureReason(transcoding.failureReason())
                .setAspectRatio(transcoding.aspectRatio());
        if (!transcoding.duration().isZero()) {
            message.setDuration(duration(transcoding.duration()));
        }
        ByteString packaged = transcoding.packaged();
        if (packaged != null) {
            message.setPackaged(packaged(packaged));
        }
    }

    /** Torrents are for everybody, so they show on nothing that is not; those of an older version lead to files that go. */
    private static void torrents(dev.vireo.contracts.video.v1.Video.Builder message, Video video) {
        ByteString stored = video.torrents().set();
        Privacy privacy = video.details().privacy();
        if (stored == null || !(privacy == Privacy.PUBLIC || privacy == Privacy.UNLISTED)) {
            return;
        }
        try {
            TorrentSet torrents = TorrentSet.parseFrom(stored);
            if (torrents.getVersion() == message.getPackaged().getVersion()) {
                message.setTorrents(torrents);
            }
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("The stored description of a video's torrents is damaged", damaged);
        }
    }

    private static PackagedVideo packaged(ByteString stored) {
        try {
            return PackagedVideo.parseFrom(stored);
        } catch (InvalidProtocolBufferException damaged) {
            throw new IllegalStateException("The stored description of a video's files is damaged", damaged);
        }
    }

    private static dev.vireo.contracts.video.v1.VideoState state(VideoState state) {
        return switch (state) {
            case UPLOADED -> dev.vireo.contracts.video.v1.VideoState.VIDEO_STATE_UPLOADED;
            case PLAYABLE -> dev.vireo.contracts.video.v1.VideoState.VIDEO_STATE_PLAYABLE;
            case PUBLISHED -> dev.vireo.contracts.video.v1.VideoState.VIDEO_STATE_PUBLISHED;
            case FAILED -> dev.vireo.contracts.video.v1.VideoState.VIDEO_STATE_FAILED;
            case DELETED -> dev.vireo.contracts.video.v1.VideoState.VIDEO_STATE_UNSPECIFIED;
        };
    }
}
