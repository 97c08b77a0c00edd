package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.VideoAnswer;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.torrent.TorrentLinks;
import dev.vireo.kit.ShortUuid;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Videos in PeerTube's shapes; what PeerTube lacks stands beside: revision, playable, mayEdit, failureReason. */
public final class VideoShapes {
    private static final int TRUNCATED = 250;
    private static final int HLS = 1;
    private static final int OBJECT_STORAGE = 1;
    private static final double RATIO_DIGITS = 10_000;

    private final MediaLinks links;
    private final TorrentLinks torrents;

    VideoShapes(MediaLinks links, TorrentLinks torrents) {
        this.links = links;
        this.torrents = torrents;
    }

    /** One of a list. */
    public ObjectNode summary(VideoView video, Site site) {
        VideoView.Texts texts = video.texts();
        String shortId = ShortUuid.encode(video.id());
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", video.id().toString())
                .put("uuid", video.id().toString())
                .put("shortUUID", shortId)
                .put("url", site.url(video.owner().origin(), "/w/" + shortId))
                .put("name", texts.name());
        node.set("category", Labels.category(texts.category()));
        node.set("licence", Labels.licence(texts.licence()));
        node.set("language", Labels.language(texts.language()));
        node.set("privacy", Labels.of(video.privacy().id(), video.privacy().label()));
        node.set("state", Labels.of(video.state().id(), video.state().label()));
        node.put("nsfw", texts.nsfw())
                .put("truncatedDescription", truncated(texts.description()))
                .put("description", truncated(texts.description()))
                .put("isLocal", video.owner().origin() == null)
                .put("isLive", false)
                .put("duration", (video.media().duration().toMillis() + 500) / 1000);
        ratio(node, video.media().aspectRatio());
        node.put("views", video.counts().views())
                .put("viewers", 0)
                .put("likes", video.counts().likes())
                .put("dislikes", 0)
                .put("comments", video.counts().comments());
        pictures(node, video, site);
        times(node, video.times());
        node.set("account", party(video.owner().account(), "/accounts/", site));
        node.set("channel", party(video.owner().channel(), "/video-channels/", site));
        node.put("revision", video.revision()).put("playable", video.media().playable());
        node.put("failureReason", video.failureReason().isEmpty() ? null : video.failureReason());
        return node;
    }

    /** One by itself, for the caller who asked. */
    ObjectNode details(VideoAnswer answer, Site site) {
        VideoView video = answer.video();
        ObjectNode node = summary(video, site);
        node.set("account", ChannelShapes.account(video.owner().account(), site));
        node.set("channel", ChannelShapes.channel(video.owner(), site));
        String description = video.texts().description();
        node.put("description", description.isEmpty() ? null : description)
                .put("descriptionPath", "/api/v1/videos/" + video.id() + "/description")
                .putNull("support")
                .put("blacklisted", false)
                .putNull("blacklistedReason");
        ArrayNode tags = node.putArray("tags");
        video.texts().tags().forEach(tags::add);
        node.put("commentsEnabled", false).put("downloadEnabled", true).put("waitTranscoding", false);
        node.set("commentsPolicy", Labels.of(2, "Disabled"));
        ArrayNode trackers = node.putNull("inputFileUpdatedAt").putArray("trackerUrls");
        torrents.trackers(site.instance()).forEach(trackers::add);
        node.set("ipfs", ipfs(video, site));
        node.putArray("files");
        playlists(node.putArray("streamingPlaylists"), video, site);
        node.put("mayEdit", answer.mayEdit());
        return node;
    }

    static @Nullable String truncated(String description) {
        if (description.isEmpty()) {
            return null;
        }
        if (description.codePointCount(0, description.length()) <= TRUNCATED) {
            return description;
        }
        return description.substring(0, description.offsetByCodePoints(0, TRUNCATED - 3)) + "...";
    }

    private static void ratio(ObjectNode node, double ratio) {
        if (ratio > 0) {
            node.put("aspectRatio", Math.round(ratio * RATIO_DIGITS) / RATIO_DIGITS);
        } else {
            node.putNull("aspectRatio");
        }
    }

    private static void times(ObjectNode node, VideoView.Times times) {
        node.put("createdAt", Site.time(times.created()))
                .put("updatedAt", Site.time(times.updated()))
                .put("publishedAt", Site.time(times.shown()))
                .putNull("originallyPublishedAt");
        if (times.scheduled() == null) {
            node.putNull("scheduledUpdate");
        } else {
            node.putObject("scheduledUpdate")
                    .put("updateAt", Site.time(times.scheduled()))
                    .put("privacy", 1);
        }
    }

    private void pictures(ObjectNode node, VideoView video, Site site) {
        node.put("thumbnailPath", path(video, site, VideoView.Files::thumbnail).orElse(null))
                .put("previewPath", path(video, site, VideoView.Files::poster).orElse(null))
                .put("embedPath", "/w/" + ShortUuid.encode(video.id()));
    }

    private Optional<String> path(VideoView video, Site site, Function<VideoView.Files, String> which) {
        return links.file(site.instance(), video, which);
    }

    /** A channel or an account in short. */
    static ObjectNode party(VideoView.Owner.Party party, String path, Site site) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", party.id())
                .put("name", party.name())
                .put("displayName", party.displayName())
                .put("description", party.description().isEmpty() ? null : party.description())
                .put("url", site.url(party.origin(), path + party.name()))
                .put("host", site.host(party.origin()))
                .putArray("avatars");
        return node;
    }

    private void playlists(ArrayNode playlists, VideoView video, Site site) {
        links.playlist(site.instance(), video).ifPresent(path -> {
            ObjectNode playlist = playlists.addObject();
            playlist.put("id", 1).put("type", HLS).put("playlistUrl", site.origin() + path);
            playlist.put(
                    "segmentsSha256Url",
                    path(video, site, VideoView.Files::segmentsSha256)
                            .map(file -> site.origin() + file)
                            .orElse(null));
            playlist.putArray("redundancies");
            ArrayNode list = playlist.putArray("files");
            VideoView.Files files = video.media().published();
            if (files != null) {
                for (VideoView.Rendition rendition : files.renditions()) {
                    String address = site.origin()
                            + path(video, site, any -> rendition.file()).orElse("");
                    ObjectNode file = file(list.size() + 1, rendition, address);
                    torrents.links(site.instance(), video, rendition).ifPresent(found -> torrent(file, found));
                    torrents.content(site.instance(), video, rendition).ifPresent(found -> content(file, found));
                    list.add(file);
                }
            }
        });
    }

    private static ObjectNode file(int number, VideoView.Rendition rendition, String address) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("id", number);
        node.set(
                "resolution",
                Labels.of(rendition.height(), rendition.hasVideo() ? rendition.height() + "p" : "Audio only"));
        return node.put("width", rendition.width())
                .put("height", rendition.height())
                .put("size", rendition.size())
                .put("fps", Math.round(rendition.frameRate()))
                .put("hasAudio", rendition.hasAudio())
                .put("hasVideo", rendition.hasVideo())
                .put("fileUrl", address)
                .put("fileDownloadUrl", address)
                .putNull("magnetUri")
                .putNull("torrentUrl")
                .putNull("torrentDownloadUrl")
                .putNull("infoHash")
                .putNull("torrentV1Url")
                .putNull("cid")
                .putNull("ipfsUri")
                .putNull("ipfsUrl")
                .putNull("metadataUrl")
                .put("storage", OBJECT_STORAGE);
    }

    /** PeerTube has no torrent of version 1 beside: {@code torrentV1Url} is ours. */
    private static void torrent(ObjectNode file, TorrentLinks.Links found) {
        file.put("magnetUri", found.magnet())
                .put("torrentUrl", found.url())
                .put("torrentDownloadUrl", found.downloadUrl())
                .put("infoHash", found.infohash())
                .put("torrentV1Url", found.oldUrl());
    }

    /** PeerTube knows nothing of IPFS: these are ours. */
    private static void content(ObjectNode file, TorrentLinks.Content found) {
        file.put("cid", found.cid()).put("ipfsUri", found.uri()).put("ipfsUrl", found.url());
    }

    /** All files of a video together, and the playlist that plays them. */
    private JsonNode ipfs(VideoView video, Site site) {
        VideoView.Files files = video.media().published();
        Optional<TorrentLinks.Content> found = torrents.content(site.instance(), video);
        if (found.isEmpty() || files == null) {
            return JsonNodeFactory.instance.nullNode();
        }
        TorrentLinks.Content content = found.get();
        return JsonNodeFactory.instance
                .objectNode()
                .put("cid", content.cid())
                .put("uri", content.uri())
                .put("url", content.url())
                .put("playlistUrl", content.url() + files.playlist());
    }
}
