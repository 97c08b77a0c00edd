package dev.vireo.gateway;

import com.google.protobuf.ByteString;
import com.google.protobuf.Timestamp;
import dev.vireo.contracts.channel.v1.Account;
import dev.vireo.contracts.channel.v1.Channel;
import dev.vireo.contracts.origin.v1.Origin;
import dev.vireo.contracts.playlist.v1.Playlist;
import dev.vireo.contracts.playlist.v1.PlaylistPrivacy;
import dev.vireo.contracts.seeding.v1.Torrent;
import dev.vireo.contracts.seeding.v1.TorrentSet;
import dev.vireo.contracts.transcode.v1.PackagedRendition;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.AccountSummary;
import dev.vireo.contracts.video.v1.Caption;
import dev.vireo.contracts.video.v1.ChannelSummary;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.contracts.video.v1.Video;
import dev.vireo.contracts.video.v1.VideoState;
import java.util.UUID;

/** Fixed data that the services behind the gateway serve in its tests. */
public final class UpstreamFixture {
    /** A server that videos come from. */
    public static final String FAR = "https://far.example";

    /** Public and published. */
    public static final UUID PUBLIC = UUID.fromString("01930000-0000-7000-8000-000000000001");
    /** Private, of alice. */
    public static final UUID PRIVATE = UUID.fromString("01930000-0000-7000-8000-000000000002");
    /** Public and still encoded, playable. */
    public static final UUID GROWING = UUID.fromString("01930000-0000-7000-8000-000000000003");
    /** Public and failed. */
    public static final UUID FAILED = UUID.fromString("01930000-0000-7000-8000-000000000004");
    /** A public playlist. */
    public static final UUID PLAYLIST = UUID.fromString("01930000-0000-7000-8000-0000000000dd");
    /** An unlisted playlist. */
    public static final UUID UNLISTED_PLAYLIST = UUID.fromString("01930000-0000-7000-8000-0000000000de");
    /** A private playlist of alice. */
    public static final UUID PRIVATE_PLAYLIST = UUID.fromString("01930000-0000-7000-8000-0000000000df");
    /** Hostile texts. */
    public static final String HOSTILE = "</title><script>alert(1)</script>\"' & `x`";

    /** File of the English captions of each video. */
    public static final String ENGLISH = "en-0011223344556677.vtt";

    private static final Timestamp TIME =
            Timestamp.newBuilder().setSeconds(1_790_000_000L).build();

    private UpstreamFixture() {}

    static Account account(String name) {
        return Account.newBuilder()
                .setId("01930000-0000-7000-8000-0000000000aa")
                .setInstanceId("main")
                .setName(name)
                .setDisplayName("Alice of main")
                .setCreatedAt(TIME)
                .setUpdatedAt(TIME)
                .build();
    }

    static Channel channel(String name) {
        return Channel.newBuilder()
                .setId("01930000-0000-7000-8000-0000000000cc")
                .setInstanceId("main")
                .setRevision(3)
                .setName(name)
                .setDisplayName("Alice's films")
                .setDescription("About films")
                .setOwner(account("alice"))
                .setCreatedAt(TIME)
                .setUpdatedAt(TIME)
                .build();
    }

    static Playlist playlist() {
        return Playlist.newBuilder()
                .setId(PLAYLIST.toString())
                .setInstanceId("main")
                .setRevision(5)
                .setDisplayName("Summer")
                .setDescription("Long days")
                .setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_PUBLIC)
                .setChannel(ChannelSummary.newBuilder()
                        .setId("01930000-0000-7000-8000-0000000000cc")
                        .setName("alice_channel")
                        .setDisplayName("Alice's films"))
                .setAccount(AccountSummary.newBuilder()
                        .setId("01930000-0000-7000-8000-0000000000aa")
                        .setName("alice")
                        .setDisplayName("Alice of main"))
                .setLength(4)
                .setCreatedAt(TIME)
                .setUpdatedAt(TIME)
                .build();
    }

    static Playlist playlist(UUID id) {
        Playlist.Builder playlist = playlist().toBuilder().setId(id.toString());
        if (id.equals(UNLISTED_PLAYLIST)) {
            playlist.setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_UNLISTED);
        }
        if (id.equals(PRIVATE_PLAYLIST)) {
            playlist.setPrivacy(PlaylistPrivacy.PLAYLIST_PRIVACY_PRIVATE).setDisplayName("Secret");
        }
        return playlist.build();
    }

    /** Of another server. */
    static Video remote() {
        Video.Builder video = published(PUBLIC);
        video.getChannelBuilder().setUrl(FAR + "/video-channels/films");
        video.getAccountBuilder().setUrl(FAR + "/accounts/frank");
        return video.clearInstanceId()
                .clearPackaged()
                .setOrigin(Origin.newBuilder().setHost("far.example").setUrl(FAR + "/videos/watch/1"))
                .build();
    }

    static Video video(UUID id) {
        Video.Builder video = published(id);
        if (id.equals(PRIVATE)) {
            video.setPrivacy(Privacy.PRIVACY_PRIVATE).setName(HOSTILE);
        }
        if (id.equals(GROWING)) {
            return video.setState(VideoState.VIDEO_STATE_PLAYABLE)
                    .setPlayable(true)
                    .setName(HOSTILE)
                    .build();
        }
        if (id.equals(FAILED)) {
            return video.setState(VideoState.VIDEO_STATE_FAILED)
                    .setFailureReason("The file is not a video.")
                    .build();
        }
        if (id.equals(PUBLIC)) {
            video.setTorrents(torrents(id));
        }
        return video.setPackaged(packaged(id)).build();
    }

    /** The sound is not seeded. */
    private static TorrentSet torrents(UUID id) {
        return TorrentSet.newBuilder()
                .setVersion(1)
                .setCid("bafybeih2w7hjocxjg6g2ku25hvmd53zj7og4txpby3vsusfefw5rrg5sii")
                .addTorrents(Torrent.newBuilder()
                        .setRendition("720p")
                        .setFile(id + "-720-fragmented.mp4")
                        .setInfohashV1(ByteString.copyFrom(new byte[20]))
                        .setInfohashV2(ByteString.copyFrom(new byte[32]))
                        .setCid("bafybeib3ffl2teiqdncv3mkz4r23b5ctrwkzrrhctdbne6iboayxuxk5ui"))
                .build();
    }

    private static Video.Builder published(UUID id) {
        return Video.newBuilder()
                .setId(id.toString())
                .setInstanceId("main")
                .setRevision(7)
                .setName("A film")
                .setDescription("Long ".repeat(100))
                .setPrivacy(Privacy.PRIVACY_PUBLIC)
                .setState(VideoState.VIDEO_STATE_PUBLISHED)
                .addTags("one")
                .addTags("two")
                .setLanguage("en")
                .setLicence(1)
                .setCategory(15)
                .setChannel(ChannelSummary.newBuilder()
                        .setId("01930000-0000-7000-8000-0000000000cc")
                        .setName("alice_channel")
                        .setDisplayName("Alice's films"))
                .setAccount(AccountSummary.newBuilder()
                        .setId("01930000-0000-7000-8000-0000000000aa")
                        .setName("alice")
                        .setDisplayName("Alice of main"))
                .setCreatedAt(TIME)
                .setUpdatedAt(TIME)
                .setPublishedAt(TIME)
                .setDuration(
                        com.google.protobuf.Duration.newBuilder().setSeconds(12).setNanos(600_000_000))
                .setVersion(1)
                .setAspectRatio(1.77777)
                .setViews(41)
                .setLikes(2)
                .setComments(3)
                .addCaptions(caption("en", ENGLISH))
                .addCaptions(caption("pt-BR", "pt-BR-00112233445566aa.vtt"))
                .setFilename("film.mp4")
                .setSourceSize(1_000_000);
    }

    private static Caption caption(String language, String file) {
        return Caption.newBuilder()
                .setLanguage(language)
                .setFile(file)
                .setUpdatedAt(TIME)
                .build();
    }

    private static PackagedVideo packaged(UUID id) {
        return PackagedVideo.newBuilder()
                .setVersion(1)
                .setMultivariantPlaylist("master.m3u8")
                .setSegmentsSha256("segments-sha256.json")
                .setPoster(id + "-poster.jpg")
                .setThumbnail(id + "-thumbnail.jpg")
                .addRenditions(PackagedRendition.newBuilder()
                        .setName("720p")
                        .setFile(id + "-720-fragmented.mp4")
                        .setPlaylist(id + "-720.m3u8")
                        .setWidth(1280)
                        .setHeight(720)
                        .setFrameRate(29.97)
                        .setSize(3_000_000)
                        .setHasVideo(true))
                .addRenditions(PackagedRendition.newBuilder()
                        .setName("audio")
                        .setFile(id + "-audio-fragmented.mp4")
                        .setPlaylist(id + "-audio.m3u8")
                        .setSize(200_000)
                        .setHasAudio(true))
                .build();
    }
}
