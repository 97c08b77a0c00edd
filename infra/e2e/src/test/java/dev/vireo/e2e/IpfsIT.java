package dev.vireo.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.swarm.v1.AllowContentRequest;
import dev.vireo.contracts.swarm.v1.ContentDenialServiceGrpc;
import dev.vireo.contracts.swarm.v1.DenyContentRequest;
import dev.vireo.local.Platform;
import dev.vireo.local.server.S3Server;
import dev.vireo.testkit.Eventually;
import io.minio.MinioClient;
import io.minio.PutObjectArgs;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;

/** Every published file has a CID, by which IPFS nodes and browsers get it from the platform. */
final class IpfsIT {
    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final Clips clips = new Clips(platform.ffmpeg());
    private final Person alice = Person.signedIn(main, "alice");
    private final Person anybody = Person.anonymousAt(main);

    @Test
    void aNodeOfOthersFetchesAFileByItsCid() throws Exception {
        JsonNode file = published("Addressed by its content").get("file");
        byte[] bytes = bytes(file.get("fileUrl").asString());
        String cid = file.get("cid").asString();
        assertThat(file.get("ipfsUri").asString()).isEqualTo("ipfs://" + cid);
        assertThat(bytes(file.get("ipfsUrl").asString())).isEqualTo(bytes);
        assertThat(Helia.fetch(cid, main)).isEqualTo(bytes.length + " " + sha256(bytes));
    }

    @Test
    void oneCidNamesAllThatPlays() {
        String id = published("Whole in one").get("id").asString();
        JsonNode video = Eventually.until(
                "the directory",
                () -> Videos.get(alice, id),
                found -> !found.get("ipfs").isNull());
        String playlist = video.get("ipfs").get("playlistUrl").asString();
        String text = new String(bytes(playlist), StandardCharsets.UTF_8);
        String folder = playlist.substring(0, playlist.lastIndexOf('/') + 1);
        List<String> named = text.lines().filter(line -> !line.startsWith("#")).toList();
        assertThat(named).isNotEmpty();
        for (String rendition : named) {
            String media = new String(bytes(folder + rendition), StandardCharsets.UTF_8);
            String file = media.lines()
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .findFirst()
                    .orElseThrow();
            assertThat(bytes(folder + file)).isNotEmpty();
        }
    }

    @Test
    void aBrowserOfAnotherOriginMayReadPartsOfIt() {
        JsonNode file = published("Read from elsewhere").get("file");
        URI address = URI.create(file.get("ipfsUrl").asString());
        Person.Answer part = anybody.send(anybody.request(address.getPath() + "?" + address.getQuery())
                .header("Origin", "https://elsewhere.example")
                .header("Range", "bytes=0-99")
                .build());
        part.expect(206);
        assertThat(part.header("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(part.header("Access-Control-Expose-Headers")).contains("X-Ipfs-Path", "Content-Range");
        assertThat(part.header("Content-Type")).isEqualTo("video/mp4");
        assertThat(part.header("Content-Range"))
                .isEqualTo("bytes 0-99/" + file.get("size").asString());
        anybody.get("/ipfs/nonsense").expect(400);
        anybody.get("/ipfs/bafkqaaa?format=raw").expect(200);
    }

    @Test
    void aVideoThatBecomesPrivateIsNotGivenOutAnyMore() {
        // Of bytes that no other video has: those would still be given out.
        JsonNode video = published("Not for long in IPFS", clips.testPicture(512, 288, 25, 3));
        String id = video.get("id").asString();
        String path = "/ipfs/" + video.get("file").get("cid").asString() + "?format=raw";
        anybody.get(path).expect(200);
        alice.put("/api/v1/videos/" + id, "{\"privacy\":3}").expect(204);
        Eventually.until("404", () -> anybody.get(path).status(), status -> status == 404);
        alice.put("/api/v1/videos/" + id, "{\"privacy\":1}").expect(204);
        Eventually.until("200", () -> anybody.get(path).status(), status -> status == 200);
    }

    @Test
    void aFlippedByteIsFoundAndNothingOfItsFileIsGivenOut() throws Exception {
        JsonNode file = published("Spoilt in the store", clips.testPicture(448, 252, 25, 3))
                .get("file");
        String path = "/ipfs/" + file.get("cid").asString();
        anybody.get(path).expect(200);
        byte[] bytes = bytes(file.get("fileUrl").asString());
        bytes[bytes.length - 1] ^= 1;
        String key = file.get("fileUrl").asString().replaceFirst("^.*/media/", "main/");
        MinioClient store = MinioClient.builder()
                .endpoint(platform.s3().endpoint())
                .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build();
        store.putObject(PutObjectArgs.builder().bucket(platform.s3().bucket()).object(key).stream(
                        new ByteArrayInputStream(bytes), (long) bytes.length, -1L)
                .contentType("video/mp4")
                .build());
        Eventually.until("404", () -> anybody.get(path).status(), status -> status == 404);
    }

    @Test
    void whatAnOperatorDeniesIsGone() {
        String path =
                "/ipfs/" + published("Denied in IPFS").get("file").get("cid").asString();
        anybody.get(path).expect(200);
        try (OperatorDoor door = new OperatorDoor(platform)) {
            var denials = ContentDenialServiceGrpc.newBlockingStub(door.channel());
            denials.denyContent(DenyContentRequest.newBuilder().setContent(path).build());
            Eventually.until("410", () -> anybody.get(path).status(), status -> status == 410);
            denials.allowContent(
                    AllowContentRequest.newBuilder().setContent(path).build());
        }
        anybody.get(path).expect(200);
    }

    /** A new video's id, and the smallest of its files with a picture. */
    private JsonNode published(String name) {
        return published(name, clips.testPicture(640, 360, 25, 4));
    }

    private JsonNode published(String name, Path clip) {
        String id = TusUploads.upload(alice, clip, Map.of("filename", "t.mp4", "name", name));
        JsonNode file = StreamSupport.stream(
                        Videos.untilSeeded(alice, id)
                                .get("streamingPlaylists")
                                .get(0)
                                .get("files")
                                .spliterator(),
                        false)
                .filter(found -> found.get("hasVideo").asBoolean())
                .reduce((one, next) -> next)
                .orElseThrow();
        return JsonNodeFactory.instance.objectNode().put("id", id).set("file", file);
    }

    private byte[] bytes(String address) {
        URI there = URI.create(address);
        String query = there.getQuery() == null ? "" : "?" + there.getQuery();
        return anybody.get(there.getPath() + query).expect(200).response().body();
    }

    private static String sha256(byte[] bytes) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
