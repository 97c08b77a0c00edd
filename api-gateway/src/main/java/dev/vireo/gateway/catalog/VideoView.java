package dev.vireo.gateway.catalog;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One video as the catalogue tells it.
 *
 * @param id UUID
 * @param revision optimistic version of the metadata
 * @param texts what the owner says of it
 * @param privacy who may see it
 * @param state where it is on its way
 * @param owner channel and account
 * @param times when things happened
 * @param media what can be played
 * @param counts what viewers did
 * @param failureReason why transcoding failed; empty unless FAILED
 */
public record VideoView(
        UUID id,
        long revision,
        Texts texts,
        Privacy privacy,
        VideoState state,
        Owner owner,
        Times times,
        Media media,
        Counts counts,
        String failureReason) {

    /**
     * What the owner says of a video.
     *
     * @param name title
     * @param description markdown, may be empty
     * @param tags at most five
     * @param language BCP 47, or empty
     * @param licence PeerTube's number, or 0
     * @param category PeerTube's number, or 0
     * @param nsfw not safe for work
     */
    public record Texts(
            String name,
            String description,
            List<String> tags,
            String language,
            int licence,
            int category,
            boolean nsfw) {
        public Texts {
            tags = List.copyOf(tags);
        }
    }

    /**
     * Where a video belongs.
     *
     * @param channel the channel it is in
     * @param account the account that owns the channel
     * @param origin where it comes from; null for a video of ours
     */
    public record Owner(
            Party channel, Party account, @Nullable Origin origin) {
        /**
         * A channel or an account in short.
         *
         * @param id UUID
         * @param name handle without the host
         * @param displayName free text
         * @param description free text, may be empty
         * @param origin where it comes from; null for one of ours
         */
        public record Party(
                String id,
                String name,
                String displayName,
                String description,
                @Nullable Origin origin) {}
    }

    /**
     * When things happened to a video.
     *
     * @param created the upload was complete
     * @param updated last change
     * @param published it became public; null before
     * @param scheduled it will become public by itself; null when not
     */
    public record Times(
            Instant created,
            Instant updated,
            @Nullable Instant published,
            @Nullable Instant scheduled) {

        /** What stands beside a video: when it became public, or else was made. */
        public Instant shown() {
            return published == null ? created : published;
        }
    }

    /**
     * What can be played of a video.
     *
     * @param version the newest version in work or published, 0 before
     * @param playable the growing playlists of {@code version} can be played
     * @param duration length, zero before it is known
     * @param aspectRatio width by height, 0 when there is no picture or it is not known
     * @param published the published files; null before the first publication
     * @param captions one of each language, by language
     * @param torrents of the published files; none while nothing is seeded
     * @param cid names the directory of all published files in IPFS; empty while there is none
     */
    public record Media(
            int version,
            boolean playable,
            Duration duration,
            double aspectRatio,
            @Nullable Files published,
            List<Captions> captions,
            List<Torrent> torrents,
            String cid) {
        public Media {
            captions = List.copyOf(captions);
            torrents = List.copyOf(torrents);
        }
    }

    /**
     * The torrent of one file, hybrid of versions 1 and 2; hashes in lower-case hexadecimal.
     *
     * @param rendition {@code 1080p} ... or {@code audio}
     * @param file name of the file
     * @param infohashV1 in version 1
     * @param infohashV2 in version 2
     * @param cid names the file in IPFS; empty when it has none
     */
    public record Torrent(String rendition, String file, String infohashV1, String infohashV2, String cid) {}

    /**
     * Captions in one language.
     *
     * @param language BCP 47
     * @param file name of the WebVTT file
     * @param updated last change
     */
    public record Captions(String language, String file, Instant updated) {}

    /**
     * The published files of one version; names below {@code {videoId}/{version}/}.
     *
     * @param version 1 or more
     * @param playlist the multivariant playlist
     * @param segmentsSha256 digests of all segments
     * @param renditions highest first, the audio last
     * @param poster large picture, or empty
     * @param thumbnail small picture, or empty
     */
    public record Files(
            int version,
            String playlist,
            String segmentsSha256,
            List<Rendition> renditions,
            String poster,
            String thumbnail) {
        public Files {
            renditions = List.copyOf(renditions);
        }
    }

    /**
     * One rendition in the origin.
     *
     * @param name {@code 1080p} ... or {@code audio}
     * @param file name of the fragmented MP4
     * @param width pixels, 0 for audio
     * @param height pixels, 0 for audio
     * @param frameRate frames per second, 0 for audio
     * @param size bytes
     * @param hasVideo has a video track
     * @param hasAudio has an audio track
     */
    public record Rendition(
            String name,
            String file,
            int width,
            int height,
            double frameRate,
            long size,
            boolean hasVideo,
            boolean hasAudio) {}

    /**
     * What viewers did.
     *
     * @param views how often it was watched
     * @param likes how many like it
     * @param comments how many everybody may read
     */
    public record Counts(long views, long likes, long comments) {}
}
