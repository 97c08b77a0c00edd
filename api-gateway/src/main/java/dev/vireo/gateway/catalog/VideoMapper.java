package dev.vireo.gateway.catalog;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Caption;
import dev.vireo.contracts.video.v1.Video;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;

/** Videos from the contract to ours. */
public final class VideoMapper {
    private VideoMapper() {}

    /** The video. */
    public static VideoView view(Video video) {
        return new VideoView(
                UUID.fromString(video.getId()),
                video.getRevision(),
                texts(video),
                privacy(video.getPrivacy()),
                state(video.getState()),
                owner(video),
                times(video),
                media(video),
                new VideoView.Counts(video.getViews(), video.getLikes(), video.getComments()),
                video.getFailureReason());
    }

    static Instant instant(Timestamp time) {
        return Instant.ofEpochSecond(time.getSeconds(), time.getNanos());
    }

    /** The time. */
    public static Timestamp timestamp(Instant time) {
        return Timestamp.newBuilder()
                .setSeconds(time.getEpochSecond())
                .setNanos(time.getNano())
                .build();
    }

    /** As the contract has it. */
    public static dev.vireo.contracts.video.v1.Privacy privacy(Privacy privacy) {
        return switch (privacy) {
            case PUBLIC -> dev.vireo.contracts.video.v1.Privacy.PRIVACY_PUBLIC;
            case UNLISTED -> dev.vireo.contracts.video.v1.Privacy.PRIVACY_UNLISTED;
            case PRIVATE -> dev.vireo.contracts.video.v1.Privacy.PRIVACY_PRIVATE;
            case INTERNAL -> dev.vireo.contracts.video.v1.Privacy.PRIVACY_INTERNAL;
        };
    }

    /** What is not known yet counts as private, so that nothing is shown by mistake. */
    private static Privacy privacy(dev.vireo.contracts.video.v1.Privacy privacy) {
        return switch (privacy) {
            case PRIVACY_PUBLIC -> Privacy.PUBLIC;
            case PRIVACY_UNLISTED -> Privacy.UNLISTED;
            case PRIVACY_INTERNAL -> Privacy.INTERNAL;
            case PRIVACY_PRIVATE, PRIVACY_UNSPECIFIED, UNRECOGNIZED -> Privacy.PRIVATE;
        };
    }

    private static VideoState state(dev.vireo.contracts.video.v1.VideoState state) {
        return switch (state) {
            case VIDEO_STATE_PLAYABLE -> VideoState.PLAYABLE;
            case VIDEO_STATE_PUBLISHED -> VideoState.PUBLISHED;
            case VIDEO_STATE_FAILED -> VideoState.FAILED;
            case VIDEO_STATE_UPLOADED, VIDEO_STATE_UNSPECIFIED, UNRECOGNIZED -> VideoState.UPLOADED;
        };
    }

    private static VideoView.Texts texts(Video video) {
        return new VideoView.Texts(
                video.getName(),
                video.getDescription(),
                video.getTagsList(),
                video.getLanguage(),
                video.getLicence(),
                video.getCategory(),
                video.getNsfw());
    }

    private static VideoView.Owner owner(Video video) {
        var channel = video.getChannel();
        var account = video.getAccount();
        String host = video.getOrigin().getHost();
        return new VideoView.Owner(
                new VideoView.Owner.Party(
                        channel.getId(),
                        channel.getName(),
                        channel.getDisplayName(),
                        channel.getDescription(),
                        Origin.of(host, channel.getUrl())),
                new VideoView.Owner.Party(
                        account.getId(),
                        account.getName(),
                        account.getDisplayName(),
                        "",
                        Origin.of(host, account.getUrl())),
                Origin.of(host, video.getOrigin().getUrl()));
    }

    private static VideoView.Times times(Video video) {
        return new VideoView.Times(
                instant(video.getCreatedAt()),
                instant(video.getUpdatedAt()),
                video.hasPublishedAt() ? instant(video.getPublishedAt()) : null,
                video.hasPublishAt() ? instant(video.getPublishAt()) : null);
    }

    private static VideoView.Media media(Video video) {
        return new VideoView.Media(
                video.getVersion(),
                video.getPlayable(),
                Duration.ofSeconds(
                        video.getDuration().getSeconds(), video.getDuration().getNanos()),
                video.getAspectRatio(),
                video.hasPackaged() ? files(video.getPackaged()) : null,
                video.getCaptionsList().stream().map(VideoMapper::captions).toList(),
                video.getTorrents().getTorrentsList().stream()
                        .map(VideoMapper::torrent)
                        .toList(),
                video.getTorrents().getCid());
    }

    private static VideoView.Torrent torrent(Torrent torrent) {
        return new VideoView.Torrent(
                torrent.getRendition(),
                torrent.getFile(),
                HexFormat.of().formatHex(torrent.getInfohashV1().toByteArray()),
                HexFormat.of().formatHex(torrent.getInfohashV2().toByteArray()),
                torrent.getCid());
    }

    private static VideoView.Captions captions(Caption caption) {
        return new VideoView.Captions(caption.getLanguage(), caption.getFile(), instant(caption.getUpdatedAt()));
    }

    private static VideoView.Files files(PackagedVideo packaged) {
        return new VideoView.Files(
                packaged.getVersion(),
                packaged.getMultivariantPlaylist(),
                packaged.getSegmentsSha256(),
                packaged.getRenditionsList().stream().map(VideoMapper::file).toList(),
                packaged.getPoster(),
                packaged.getThumbnail());
    }

    private static VideoView.Rendition file(PackagedRendition rendition) {
        return new VideoView.Rendition(
                rendition.getName(),
                rendition.getFile(),
                rendition.getWidth(),
                rendition.getHeight(),
                rendition.getFrameRate(),
                rendition.getSize(),
                rendition.getHasVideo(),
                rendition.getHasAudio());
    }
}
