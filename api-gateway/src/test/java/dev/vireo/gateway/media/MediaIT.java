package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

final class MediaIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final String OPEN = UpstreamFixture.PUBLIC + "/1/";
    private static final String CLOSED = UpstreamFixture.PRIVATE + "/1/";
    private static final String FILM = OPEN + UpstreamFixture.PUBLIC + "-720-fragmented.mp4";
    private static final byte[] BYTES = new byte[3_000_000];

    @BeforeAll
    static void publish() {
        new Random(7).nextBytes(BYTES);
        GATEWAY.put("main/" + FILM, BYTES, "video/mp4");
        GATEWAY.put("main/" + OPEN + "master.m3u8", text("#EXTM3U\n"), "application/vnd.apple.mpegurl");
        GATEWAY.put("main/" + CLOSED + "master.m3u8", text("#EXTM3U\n# private\n"), "application/vnd.apple.mpegurl");
        GATEWAY.put("main/" + OPEN + "progress/720p/0.m4s", text("segment"), "video/iso.segment");
        GATEWAY.put("second/" + OPEN + "master.m3u8", text("#EXTM3U\n# second\n"), "application/vnd.apple.mpegurl");
    }

    @Test
    void servesAFileWhole() {
        HttpResponse<byte[]> answer = GATEWAY.get("/media/" + FILM);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(BYTES);
        assertThat(header(answer, "Content-Type")).isEqualTo("video/mp4");
        assertThat(header(answer, "Cache-Control")).isEqualTo("public, max-age=31536000, immutable");
        assertThat(header(answer, "Accept-Ranges")).isEqualTo("bytes");
        assertThat(header(answer, "Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(header(answer, "X-Content-Type-Options")).isEqualTo("nosniff");
    }

    @Test
    void servesRanges() {
        assertRange("bytes=0-0", 0, 1);
        assertRange("bytes=1000-1999", 1000, 1000);
        assertRange("bytes=2999990-", 2_999_990, 10);
        assertRange("bytes=-500", 2_999_500, 500);
        assertRange("bytes=2999000-9999999", 2_999_000, 1000);
    }

    private static void assertRange(String range, int offset, int length) {
        HttpResponse<byte[]> answer = GATEWAY.get("/media/" + FILM, "Range", range);
        assertThat(answer.statusCode()).as(range).isEqualTo(206);
        assertThat(answer.body()).as(range).isEqualTo(Arrays.copyOfRange(BYTES, offset, offset + length));
        assertThat(header(answer, "Content-Range"))
                .isEqualTo("bytes " + offset + "-" + (offset + length - 1) + "/" + BYTES.length);
    }

    @Test
    void servesSeveralRangesAsMultipart() {
        HttpResponse<byte[]> answer = GATEWAY.get("/media/" + FILM, "Range", "bytes=0-9, 100-109, -5");
        assertThat(answer.statusCode()).isEqualTo(206);
        String type = header(answer, "Content-Type");
        assertThat(type).startsWith("multipart/byteranges; boundary=");
        assertThat(header(answer, "Content-Length")).isEqualTo(String.valueOf(answer.body().length));
        String boundary = type.substring(type.indexOf('=') + 1);
        String[] parts = new String(answer.body(), StandardCharsets.ISO_8859_1).split("--" + boundary, -1);
        assertThat(parts).hasSize(5);
        assertThat(parts[2]).contains("Content-Range: bytes 100-109/3000000").contains("Content-Type: video/mp4");
        String body = parts[2].substring(parts[2].indexOf("\r\n\r\n") + 4, parts[2].length() - 2);
        assertThat(body.getBytes(StandardCharsets.ISO_8859_1)).isEqualTo(Arrays.copyOfRange(BYTES, 100, 110));
        assertThat(parts[4]).startsWith("--");
    }

    @Test
    void refusesRangesBehindTheEnd() {
        HttpResponse<byte[]> answer = GATEWAY.get("/media/" + FILM, "Range", "bytes=3000000-");
        assertThat(answer.statusCode()).isEqualTo(416);
        assertThat(header(answer, "Content-Range")).isEqualTo("bytes */3000000");
    }

    @Test
    void answersConditions() {
        String etag = header(GATEWAY.get("/media/" + FILM, "Range", "bytes=0-1"), "ETag");
        assertThat(etag).startsWith("\"").endsWith("\"");
        assertThat(GATEWAY.get("/media/" + FILM, "If-None-Match", "W/" + etag).statusCode())
                .isEqualTo(304);
        assertThat(GATEWAY.get("/media/" + FILM, "If-Range", etag, "Range", "bytes=0-1")
                        .statusCode())
                .isEqualTo(206);
        assertThat(GATEWAY.get("/media/" + FILM, "If-Range", "\"older\"", "Range", "bytes=0-1")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void answersHeadAndOptions() {
        HttpResponse<byte[]> head = GATEWAY.send(
                HttpRequest.newBuilder(GATEWAY.address("/media/" + FILM)).HEAD());
        assertThat(head.statusCode()).isEqualTo(200);
        assertThat(header(head, "Content-Length")).isEqualTo("3000000");
        HttpResponse<byte[]> options = GATEWAY.send(HttpRequest.newBuilder(GATEWAY.address("/media/" + FILM))
                .method("OPTIONS", HttpRequest.BodyPublishers.noBody()));
        assertThat(options.statusCode()).isEqualTo(204);
        assertThat(header(options, "Access-Control-Allow-Headers")).contains("Range");
    }

    @Test
    void servesGrowingPlaylistsAndTheirSegments() {
        HttpResponse<byte[]> master = GATEWAY.get("/media/" + UpstreamFixture.GROWING + "/1/progress/master.m3u8");
        assertThat(new String(master.body(), StandardCharsets.UTF_8)).isEqualTo("#EXTM3U\n# \n");
        assertThat(header(master, "Cache-Control")).isEqualTo("no-cache");
        assertThat(header(master, "Content-Type")).isEqualTo("application/vnd.apple.mpegurl");
        HttpResponse<byte[]> media = GATEWAY.get("/media/" + UpstreamFixture.GROWING + "/1/progress/720p.m3u8");
        assertThat(new String(media.body(), StandardCharsets.UTF_8)).contains("720p");
        HttpResponse<byte[]> segment = GATEWAY.get("/media/" + OPEN + "progress/720p/0.m4s");
        assertThat(segment.body()).isEqualTo(text("segment"));
        assertThat(header(segment, "Cache-Control")).isEqualTo("public, max-age=7200");
    }

    @Test
    void namesNothingElseOfTheOrigin() {
        for (String path : new String[] {
            OPEN + "nothing.mp4",
            OPEN + "../../uploads/x.mp4",
            OPEN + "%2e%2e/secret.mp4",
            OPEN + "master.m3u8/",
            OPEN + "notes.txt",
            "uploads/x/source",
            ""
        }) {
            HttpResponse<byte[]> answer = GATEWAY.get("/media/" + path);
            assertThat(answer.statusCode()).as(path).isBetween(400, 404);
        }
    }

    @Test
    void keepsWhatIsNotPublicBehindSignedAddresses() {
        assertThat(GATEWAY.get("/media/" + CLOSED + "master.m3u8").statusCode()).isEqualTo(404);
        String url = GatewayUnderTest.json(GATEWAY.getAs("alice", "/api/v1/videos/" + UpstreamFixture.PRIVATE))
                .at("/streamingPlaylists/0/playlistUrl")
                .asString();
        String path = URI.create(url).getPath();
        assertThat(path).startsWith("/media/s/");
        HttpResponse<byte[]> answer = GATEWAY.get(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(header(answer, "Cache-Control")).startsWith("private");
        assertThat(GATEWAY.get(path.replaceFirst("-.", "-_")).statusCode()).isEqualTo(404);
        assertThat(GATEWAY.get(path.replace("/1/master", "/2/master")).statusCode())
                .isEqualTo(404);
    }

    @Test
    void servesNothingOfAnotherInstance() {
        String path = "/media/" + OPEN + "master.m3u8";
        HttpResponse<byte[]> answer = GATEWAY.get(path, "Host", GATEWAY.host("second"));
        assertThat(answer.statusCode()).isEqualTo(404);
    }

    @Test
    void stopsServingWhatWasDeleted() {
        String path = "/media/" + UpstreamFixture.GROWING + "/1/progress/360p.m3u8";
        assertThat(GATEWAY.get(path).statusCode()).isEqualTo(200);
        GATEWAY.services.deleted.add(UpstreamFixture.GROWING.toString());
        try {
            long end = System.nanoTime() + 5_000_000_000L;
            while (GATEWAY.get(path).statusCode() == 200 && System.nanoTime() < end) {
                Thread.onSpinWait();
            }
            assertThat(GATEWAY.get(path).statusCode()).isEqualTo(404);
        } finally {
            GATEWAY.services.deleted.clear();
        }
        while (GATEWAY.get(path).statusCode() != 200) {
            Thread.onSpinWait();
        }
    }

    @Test
    void sendsClientsElsewhereWhenTheDeploymentWantsThat() {
        GatewayUnderTest other = new GatewayUnderTest(Map.of(
                "vireo.gateway.media.delivery", "redirect",
                "vireo.gateway.media.redirect-base", "https://cdn.example.org/vireo"));
        try (var context = other.context()) {
            HttpResponse<byte[]> open = other.get("/media/" + FILM);
            assertThat(open.statusCode()).isEqualTo(302);
            assertThat(header(open, "Location")).isEqualTo("https://cdn.example.org/vireo/main/" + FILM);
            assertThat(other.get("/media/" + OPEN + "master.m3u8").statusCode()).isEqualTo(200);
            other.put("main/" + CLOSED + "a.mp4", text("secret film"), "video/mp4");
            String playlist = GatewayUnderTest.json(other.getAs("alice", "/api/v1/videos/" + UpstreamFixture.PRIVATE))
                    .at("/streamingPlaylists/0/playlistUrl")
                    .asString();
            String folder = URI.create(playlist).resolve(".").getPath();
            String signed = header(other.get(folder + "a.mp4"), "Location");
            assertThat(signed).contains("X-Amz-Signature");
            assertThat(context.isActive()).isTrue();
            assertThat(other.send(HttpRequest.newBuilder(URI.create(signed)).header("Range", "bytes=0-5"))
                            .body())
                    .isEqualTo(text("secret"));
        }
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }
}
