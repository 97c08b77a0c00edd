package dev.vireo.gateway.torrent;

import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.gateway.media.MediaLinks;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.ShortUuid;
import dev.vireo.kit.identity.InstanceId;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Addresses of a video's files by content: torrents, and what these say of trackers and web seeds; and IPFS. */
public final class TorrentLinks {
    static final String SHOWN = "/lazy-static/torrents/";
    static final String DOWNLOAD = "/download/torrents/";

    private final MediaLinks media;
    private final InstanceOrigins origins;
    private final TorrentProperties properties;

    TorrentLinks(MediaLinks media, InstanceOrigins origins, TorrentProperties properties) {
        this.media = media;
        this.origins = origins;
        this.properties = properties;
    }

    /**
     * Where a file's torrents are.
     *
     * @param infohash of the hybrid torrent, in version 1
     * @param magnet a magnet link of the hybrid torrent
     * @param url the hybrid torrent
     * @param downloadUrl the hybrid torrent, to be saved
     * @param oldUrl the torrent of version 1 alone
     */
    public record Links(String infohash, String magnet, String url, String downloadUrl, String oldUrl) {}

    /** The links of a rendition's file; empty while it is not seeded. */
    public Optional<Links> links(InstanceId instance, VideoView video, VideoView.Rendition rendition) {
        String origin = origins.origin(instance);
        return torrent(video, rendition.file()).map(torrent -> {
            String url = origin + SHOWN + TorrentName.of(torrent.file());
            return new Links(
                    torrent.infohashV1(),
                    magnet(instance, video, torrent, url),
                    url,
                    origin + DOWNLOAD + TorrentName.of(torrent.file()),
                    origin + SHOWN + TorrentName.old(torrent.file()));
        });
    }

    /**
     * Where something is in IPFS.
     *
     * @param cid of it
     * @param uri for whoever speaks IPFS
     * @param url of our gateway, for everybody else
     */
    public record Content(String cid, String uri, String url) {}

    /** A rendition's file in IPFS; empty while it is not there. */
    public Optional<Content> content(InstanceId instance, VideoView video, VideoView.Rendition rendition) {
        return torrent(video, rendition.file())
                .map(VideoView.Torrent::cid)
                .filter(cid -> !cid.isEmpty())
                .map(cid -> new Content(
                        cid, "ipfs://" + cid, gateway(instance, cid) + "?filename=" + encoded(rendition.file())));
    }

    /** The directory of all files of a video in IPFS; empty while it is not there. */
    public Optional<Content> content(InstanceId instance, VideoView video) {
        return Optional.of(video.media().cid())
                .filter(cid -> !cid.isEmpty())
                .map(cid -> new Content(cid, "ipfs://" + cid, gateway(instance, cid) + "/"));
    }

    private String gateway(InstanceId instance, String cid) {
        return origins.origin(instance) + "/ipfs/" + cid;
    }

    /** Announce addresses of the instance. */
    public List<String> trackers(InstanceId instance) {
        return properties.trackers(origins.host(instance));
    }

    /** The torrent of a file. */
    Optional<VideoView.Torrent> torrent(VideoView video, String file) {
        return video.media().torrents().stream()
                .filter(torrent -> torrent.file().equals(file))
                .findFirst();
    }

    /** Address of the file itself. */
    String webSeed(InstanceId instance, VideoView video, String file) {
        return origins.origin(instance)
                + media.file(instance, video, any -> file).orElseThrow();
    }

    /** The comment in a torrent: where the video is watched. */
    String page(InstanceId instance, VideoView video) {
        return origins.origin(instance) + "/w/" + ShortUuid.encode(video.id());
    }

    /** With all that PeerTube puts in, and the hash of version 2 beside. */
    private String magnet(InstanceId instance, VideoView video, VideoView.Torrent torrent, String url) {
        StringBuilder magnet = new StringBuilder("magnet:?xt=urn:btih:")
                .append(torrent.infohashV1())
                .append("&xt=urn:btmh:1220")
                .append(torrent.infohashV2())
                .append("&xs=")
                .append(encoded(url))
                .append("&dn=")
                .append(encoded(video.texts().name()));
        trackers(instance).forEach(tracker -> magnet.append("&tr=").append(encoded(tracker)));
        return magnet.append("&ws=")
                .append(encoded(webSeed(instance, video, torrent.file())))
                .toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
