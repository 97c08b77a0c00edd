package dev.vireo.kit.origin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIOException;

import dev.vireo.kit.Ids;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.testkit.OriginAccess;
import dev.vireo.testkit.RealServers;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class OriginStoreIT {
    private static final int PART = 5 * 1024 * 1024;

    private final OriginStore store = store();
    private final ObjectKey key = new ObjectKey("main/" + Ids.newId() + "/file.bin");

    @Test
    void givesBackWhatWasPutWholeAndInParts() throws IOException {
        byte[] bytes = bytes(100_000);
        store.put(key, new ByteArrayInputStream(bytes), bytes.length, "video/mp4");
        assertThat(read(store.get(key))).isEqualTo(bytes);
        assertThat(read(store.get(key, 10, 5))).isEqualTo(java.util.Arrays.copyOfRange(bytes, 10, 15));
        assertThat(store.stat(key)).hasValueSatisfying(info -> {
            assertThat(info.size()).isEqualTo(bytes.length);
            assertThat(info.contentType()).isEqualTo("video/mp4");
            assertThat(info.etag()).isNotEmpty().doesNotContain("\"");
        });
    }

    @Test
    void tellsMissingObjects() {
        assertThat(store.stat(key)).isEmpty();
        store.delete(key);
        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> store.get(key))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(KitErrorCode.NOT_FOUND));
    }

    @Test
    void writesNothingWhenTheBodyBreaks() {
        InputStream broken = new SequenceInputStream(new ByteArrayInputStream(bytes(50_000)), new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the client went away");
            }

            @Override
            public int read(byte[] buffer, int offset, int length) throws IOException {
                return read();
            }
        });
        assertThatIOException()
                .isThrownBy(() -> store.put(key, broken, 100_000, "video/mp4"))
                .withMessage("the client went away");
        assertThat(store.stat(key)).isEmpty();
    }

    @Test
    void joinsPartsAndReplacesAPartSentAgain() throws IOException {
        byte[] bytes = bytes(PART + 1_000);
        String upload = store.createMultipart(key, "video/mp4");
        store.putPart(key, upload, 1, new ByteArrayInputStream(bytes(PART)), PART);
        PartTag first = store.putPart(key, upload, 1, new ByteArrayInputStream(bytes, 0, PART), PART);
        PartTag second = store.putPart(key, upload, 2, new ByteArrayInputStream(bytes, PART, 1_000), 1_000);
        assertThat(store.stat(key)).isEmpty();
        store.completeMultipart(key, upload, List.of(first, second));
        assertThat(read(store.get(key))).isEqualTo(bytes);
        assertThat(store.stat(key))
                .hasValueSatisfying(info -> assertThat(info.contentType()).isEqualTo("video/mp4"));
    }

    @Test
    void forgetsAnAbortedUpload() throws IOException {
        String upload = store.createMultipart(key, "video/mp4");
        PartTag part = store.putPart(key, upload, 1, new ByteArrayInputStream(bytes(100)), 100);
        store.abortMultipart(key, upload);
        store.abortMultipart(key, upload);
        assertThatExceptionOfType(PlatformException.class)
                .isThrownBy(() -> store.completeMultipart(key, upload, List.of(part)))
                .satisfies(failure -> assertThat(failure.code()).isEqualTo(KitErrorCode.NOT_FOUND));
        assertThat(store.stat(key)).isEmpty();
    }

    @Test
    void givesUpAllUploadsToAKeyAndNoOthers() throws IOException {
        ObjectKey longer = new ObjectKey(key.value() + ".bin");
        String other = store.createMultipart(longer, "video/mp4");
        List<String> uploads =
                List.of(store.createMultipart(key, "video/mp4"), store.createMultipart(key, "video/mp4"));
        PartTag part = store.putPart(key, uploads.getFirst(), 1, new ByteArrayInputStream(bytes(100)), 100);
        store.abortMultiparts(key);
        store.abortMultiparts(key);
        for (String upload : uploads) {
            assertThatExceptionOfType(PlatformException.class)
                    .isThrownBy(() -> store.completeMultipart(key, upload, List.of(part)))
                    .satisfies(failure -> assertThat(failure.code()).isEqualTo(KitErrorCode.NOT_FOUND));
        }
        PartTag good = store.putPart(longer, other, 1, new ByteArrayInputStream(bytes(100)), 100);
        store.completeMultipart(longer, other, List.of(good));
        assertThat(store.stat(longer)).isPresent();
    }

    @Test
    void removesEverythingBelowAPrefixAndNothingElse() {
        String prefix = "main/" + Ids.newId() + "/";
        ObjectKey other = new ObjectKey(prefix.substring(0, prefix.length() - 1) + "0/a");
        store.put(new ObjectKey(prefix + "1/a"), bytes(3), "video/mp4");
        store.put(new ObjectKey(prefix + "1/b/c"), bytes(3), "video/mp4");
        store.put(other, bytes(3), "video/mp4");
        assertThat(store.list(prefix, 10)).hasSize(2);
        assertThat(store.deletePrefix(prefix)).isEqualTo(2);
        assertThat(store.list(prefix, 10)).isEmpty();
        assertThat(store.stat(other)).isPresent();
    }

    @Test
    void presignsReadsWithRanges() throws Exception {
        byte[] bytes = bytes(1_000);
        store.put(key, bytes, "video/mp4");
        URI address = store.presignedGet(key, Duration.ofMinutes(1));
        try (HttpClient client = HttpClient.newBuilder().build()) {
            HttpResponse<byte[]> part = client.send(
                    HttpRequest.newBuilder(address).header("Range", "bytes=5-9").build(),
                    HttpResponse.BodyHandlers.ofByteArray());
            assertThat(part.statusCode()).isEqualTo(206);
            assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(bytes, 5, 10));
            URI unsigned = URI.create(address.toString().replaceFirst("\\?.*", ""));
            assertThat(client.send(HttpRequest.newBuilder(unsigned).build(), HttpResponse.BodyHandlers.discarding())
                            .statusCode())
                    .isEqualTo(403);
        }
    }

    private static OriginStore store() {
        OriginAccess access = RealServers.origin();
        return new KitOriginConfig()
                .originStore(new OriginProperties(
                        URI.create(access.endpoint()),
                        access.region(),
                        access.bucket(),
                        access.accessKey(),
                        access.secretKey(),
                        Duration.ofSeconds(3),
                        Duration.ofSeconds(30),
                        16));
    }

    private static byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static byte[] read(InputStream in) throws IOException {
        try (in) {
            return in.readAllBytes();
        }
    }
}
