package dev.vireo.gateway.torrent;

import dev.vireo.gateway.catalog.PublicVideos;
import dev.vireo.gateway.catalog.VideoView;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import dev.vireo.kit.identity.InstanceId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/**
 * {@code .torrent} files at PeerTube's addresses. Only videos that a visitor without a token may watch have any; whether
 * that still holds is asked each time, so caches ask too.
 */
@RestController
final class TorrentController {
    private static final MediaType TYPE = MediaType.valueOf("application/x-bittorrent");
    private static final int TAG_BYTES = 16;

    private final PublicVideos videos;
    private final SwarmGrpcClient swarm;
    private final TorrentLinks links;

    TorrentController(PublicVideos videos, SwarmGrpcClient swarm, TorrentLinks links) {
        this.videos = videos;
        this.swarm = swarm;
        this.links = links;
    }

    @GetMapping(TorrentLinks.SHOWN + "{name}")
    ResponseEntity<byte[]> shown(@PathVariable String name) {
        // Unless it is said, Spring makes a text file of what has an ending that it does not know.
        return answer(content(find(name)), ContentDisposition.inline().filename(name));
    }

    @GetMapping(TorrentLinks.DOWNLOAD + "{name}")
    ResponseEntity<byte[]> download(@PathVariable String name) {
        Found found = find(name);
        String title = found.video().texts().name() + " " + found.torrent().rendition() + ".torrent";
        return answer(
                content(found),
                ContentDisposition.attachment()
                        .filename(title.replaceAll("[\\p{Cntrl}/\\\\:*?\"<>|]", "_"), StandardCharsets.UTF_8));
    }

    private record Found(InstanceId instance, VideoView video, VideoView.Torrent torrent, boolean old) {}

    private Found find(String text) {
        InstanceId instance = Callers.current().instance();
        TorrentName name = TorrentName.parse(text).orElseThrow(() -> PlatformException.notFound("such torrent"));
        VideoView video = videos.find(instance, name.video().toString())
                .orElseThrow(() -> PlatformException.notFound("such torrent"));
        VideoView.Torrent torrent =
                links.torrent(video, name.file()).orElseThrow(() -> PlatformException.notFound("such torrent"));
        return new Found(instance, video, torrent, name.old());
    }

    private byte[] content(Found found) {
        VideoView.Torrent torrent = found.torrent();
        var around = new SwarmGrpcClient.Around(
                links.trackers(found.instance()),
                links.webSeed(found.instance(), found.video(), torrent.file()),
                links.page(found.instance(), found.video()));
        return swarm.torrent(found.video().id(), torrent.rendition(), found.old(), around);
    }

    private static ResponseEntity<byte[]> answer(byte[] content, ContentDisposition.Builder disposition) {
        return ResponseEntity.ok()
                .contentType(TYPE)
                .header(HttpHeaders.CONTENT_DISPOSITION, disposition.build().toString())
                .cacheControl(CacheControl.noCache())
                .eTag("\"" + tag(content) + "\"")
                .body(content);
    }

    private static String tag(byte[] content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content);
            return HexFormat.of().formatHex(digest, 0, TAG_BYTES);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
