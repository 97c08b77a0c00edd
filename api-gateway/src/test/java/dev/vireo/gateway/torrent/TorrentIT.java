package dev.vireo.gateway.torrent;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.swarm.v1.TorrentForm;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

final class TorrentIT {
    private static final GatewayUnderTest GATEWAY =
            new GatewayUnderTest(Map.of("vireo.gateway.torrent.trackers", "wss://{host}/tracker/socket"));
    private static final String NAME = UpstreamFixture.PUBLIC + "-720-fragmented.torrent";
    private static final String CID = "bafybeib3ffl2teiqdncv3mkz4r23b5ctrwkzrrhctdbne6iboayxuxk5ui";
    private static final String SHOWN = "/lazy-static/torrents/";

    @Test
    void aVideoTellsItsTorrentsInPeerTubesShape() {
        JsonNode video = GatewayUnderTest.json(GATEWAY.get("/api/v1/videos/" + UpstreamFixture.PUBLIC));
        String origin = "http://" + GATEWAY.host("main");
        JsonNode file = video.at("/streamingPlaylists/0/files/0");

        assertThat(file.path("torrentUrl").asString()).isEqualTo(origin + SHOWN + NAME);
        assertThat(file.path("torrentDownloadUrl").asString()).isEqualTo(origin + "/download/torrents/" + NAME);
        assertThat(file.path("infoHash").asString()).isEqualTo("00".repeat(20));
        assertThat(file.path("cid").asString()).isEqualTo(CID);
        assertThat(file.path("ipfsUri").asString()).isEqualTo("ipfs://" + CID);
        assertThat(file.path("ipfsUrl").asString())
                .isEqualTo(origin + "/ipfs/" + CID + "?filename=" + UpstreamFixture.PUBLIC + "-720-fragmented.mp4");
        assertThat(file.path("magnetUri").asString())
                .startsWith("magnet:?xt=urn:btih:")
                .contains(
                        "btih:" + "00".repeat(20) + "&xt=urn:btmh:1220" + "00".repeat(32) + "&xs=http", "&dn=A%20film")
                .contains("&tr=wss%3A%2F%2F", "&ws=http%3A%2F%2F", "-720-fragmented.mp4");
        assertThat(video.at("/ipfs/uri").asString())
                .isEqualTo("ipfs://" + video.at("/ipfs/cid").asString());
        assertThat(video.at("/ipfs/playlistUrl").asString())
                .startsWith(origin + "/ipfs/bafybeih2w7hjocxjg6g2ku25hvmd53zj7og4txpby3vsusfefw5rrg5sii/")
                .endsWith(".m3u8");
        assertThat(video.at("/streamingPlaylists/0/files/1/torrentUrl").isNull())
                .isTrue();
        assertThat(video.at("/streamingPlaylists/0/files/1/cid").isNull()).isTrue();
        assertThat(video.path("trackerUrls").path(0).asString())
                .isEqualTo("wss://" + GATEWAY.host("main") + "/tracker/socket");
    }

    @Test
    void theFileIsShownAndDownloaded() {
        HttpResponse<byte[]> shown = GATEWAY.get(SHOWN + NAME);
        assertThat(text(shown)).isEqualTo("d4:info1e");
        assertThat(header(shown, "Content-Type")).isEqualTo("application/x-bittorrent");
        assertThat(header(shown, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(shown, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(shown, "Content-Disposition")).startsWith("inline;");
        var asked = GATEWAY.services.swarm.asked.getLast();
        String origin = "http://" + GATEWAY.host("main");
        assertThat(asked.getTrackersList()).containsExactly("wss://" + GATEWAY.host("main") + "/tracker/socket");
        assertThat(asked.getWebSeedsList())
                .containsExactly(origin + "/media/" + UpstreamFixture.PUBLIC + "/1/" + UpstreamFixture.PUBLIC
                        + "-720-fragmented.mp4");
        assertThat(asked.getComment()).startsWith(origin + "/w/");

        HttpResponse<byte[]> saved = GATEWAY.get("/download/torrents/" + NAME);
        assertThat(saved.body()).isEqualTo(shown.body());
        assertThat(header(saved, "Content-Disposition"))
                .startsWith("attachment;")
                .contains("720p.torrent");
    }

    @Test
    void theOldFormIsAnotherFile() {
        HttpResponse<byte[]> old = GATEWAY.get(SHOWN + NAME.replace(".torrent", "-v1.torrent"));
        assertThat(text(old)).isEqualTo("d4:info2e");
        assertThat(GATEWAY.services.swarm.asked.getLast().getForm()).isEqualTo(TorrentForm.TORRENT_FORM_V1);
        assertThat(header(old, "ETag")).isNotEqualTo(header(GATEWAY.get(SHOWN + NAME), "ETag"));
    }

    @Test
    void whoHasItIsToldSo() {
        String tag = header(GATEWAY.get(SHOWN + NAME), "ETag");
        assertThat(GATEWAY.get(SHOWN + NAME, "If-None-Match", tag).statusCode()).isEqualTo(304);
        HttpResponse<byte[]> head = GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address(SHOWN + NAME))
                .method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("9");
        HttpResponse<byte[]> asked = GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address(SHOWN + NAME))
                .header("Access-Control-Request-Method", "GET")
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(asked.statusCode()).isEqualTo(204);
    }

    @Test
    void aWebSeedIsFoundByClientsThatLeaveThePortOut() {
        URI address = GATEWAY.address(SHOWN + NAME);
        assertThat(GATEWAY.send(HttpRequest.newBuilder(address).header("Host", "localhost"))
                        .statusCode())
                .isEqualTo(200);
        assertThat(GATEWAY.send(HttpRequest.newBuilder(address).header("Host", "second.localhost"))
                        .statusCode())
                .isEqualTo(404);
        assertThat(GATEWAY.send(HttpRequest.newBuilder(address).header("Host", "localhost:1"))
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void whatIsNotForEverybodyHasNone() {
        for (String name : new String[] {
            UpstreamFixture.PRIVATE + "-720-fragmented.torrent",
            UpstreamFixture.PUBLIC + "-audio-fragmented.torrent",
            UpstreamFixture.GROWING + "-720-fragmented.torrent",
            "01930000-0000-7000-8000-00000000ffff-720-fragmented.torrent",
            "nonsense.torrent",
            NAME.replace(".torrent", "")
        }) {
            for (String folder : new String[] {SHOWN, "/download/torrents/"}) {
                assertThat(GATEWAY.get(folder + name).statusCode()).as(name).isEqualTo(404);
                assertThat(GATEWAY.getAs("alice", folder + name).statusCode())
                        .as(name)
                        .isEqualTo(404);
            }
        }
        URI other = GATEWAY.address(SHOWN + NAME);
        assertThat(GATEWAY.send(HttpRequest.newBuilder(other).header("Host", GATEWAY.host("second")))
                        .statusCode())
                .isEqualTo(404);
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<byte[]> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
