package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.testkit.RealServers;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Ranges that are asked again: from the door's disk, and the same to the viewer. */
final class MediaCacheIT {
    private static final String FOLDER = UpstreamFixture.PUBLIC + "/1/";
    private static final String FILM = FOLDER + UpstreamFixture.PUBLIC + "-240-fragmented.mp4";
    private static final String SEGMENT = FOLDER + "progress/240p/7.m4s";
    private static final String SECRET = UpstreamFixture.PRIVATE + "/1/" + UpstreamFixture.PRIVATE + ".mp4";
    private static final byte[] BYTES = new byte[12_000_000];
    private static final int LENGTH = 2_000_000;
    private static final List<String> FIELDS = List.of(
            "Content-Type", "Content-Length", "Content-Range", "Cache-Control", "ETag", "Accept-Ranges", "Connection");
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    @TempDir
    private static Path folder;

    private static StoreProxy store;
    private static GatewayUnderTest gateway;

    @BeforeAll
    static void publish() {
        store = new StoreProxy(URI.create(RealServers.origin().endpoint()));
        gateway = new GatewayUnderTest(Map.of(
                "vireo.origin.endpoint",
                store.endpoint(),
                "vireo.gateway.range-cache.folder",
                folder.toString(),
                "vireo.gateway.range-cache.patience",
                "1m",
                "vireo.gateway.media.object-cache-time",
                "0s"));
        new Random(9).nextBytes(BYTES);
        gateway.put("main/" + FILM, BYTES, "video/mp4");
        gateway.put("main/" + SEGMENT, Arrays.copyOf(BYTES, LENGTH), "video/iso.segment");
        gateway.put("main/" + SECRET, BYTES, "video/mp4");
    }

    @AfterEach
    void mend() {
        store.allowance.set(Long.MAX_VALUE);
    }

    @AfterAll
    static void stop() {
        gateway.context().close();
        store.close();
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void answersTheSameEachTime() {
        assertSameThrice(FILM, "bytes=1000-2000999", 1000, LENGTH);
        assertSameThrice(FILM, "bytes=-100000", BYTES.length - 100_000, 100_000);
        assertSameThrice(FILM, "bytes=1-", 1, BYTES.length - 1);
        assertSameThrice(SEGMENT, "", 0, LENGTH);
    }

    private static void assertSameThrice(String file, String range, int offset, int length) {
        double before = hits();
        HttpResponse<byte[]> first = ask(file, range);
        for (HttpResponse<byte[]> answer : List.of(first, ask(file, range), ask(file, range))) {
            assertThat(answer.statusCode()).isEqualTo(range.isEmpty() ? 200 : 206);
            assertThat(Arrays.equals(answer.body(), Arrays.copyOfRange(BYTES, offset, offset + length)))
                    .as("the bytes of %s of %s", range, file)
                    .isTrue();
            for (String field : FIELDS) {
                assertThat(answer.headers().allValues(field))
                        .as(field)
                        .isEqualTo(first.headers().allValues(field));
            }
        }
        assertThat(hits()).as("%s of %s", range, file).isEqualTo(before + 2);
    }

    @Test
    void keepsTheConnection() throws IOException {
        try (Socket viewer =
                new Socket(InetAddress.getLoopbackAddress(), address().getPort())) {
            DataInputStream in = new DataInputStream(viewer.getInputStream());
            for (int at = 0; at < 5; at++) {
                ask(viewer, 4_000_000, LENGTH);
                assertThat(head(in)).startsWith("HTTP/1.1 206").contains("Content-Length: " + LENGTH);
                assertThat(Arrays.equals(
                                in.readNBytes(LENGTH), Arrays.copyOfRange(BYTES, 4_000_000, 4_000_000 + LENGTH)))
                        .isTrue();
            }
            // Two at once, the second waiting behind a body that the connector sends.
            ask(viewer, 4_000_000, LENGTH);
            ask(viewer, 4_000_000, LENGTH);
            for (int at = 0; at < 2; at++) {
                assertThat(head(in)).startsWith("HTTP/1.1 206");
                assertThat(in.readNBytes(LENGTH)).hasSize(LENGTH);
            }
        }
    }

    @Test
    void answersHeadAndConditionsAndSeveralRangesAsBefore() {
        ask(FILM, "bytes=0-99999");
        HttpResponse<byte[]> kept = ask(FILM, "bytes=0-99999");
        String etag = kept.headers().firstValue("ETag").orElseThrow();
        assertThat(gateway.get("/media/" + FILM, "If-None-Match", etag).statusCode())
                .isEqualTo(304);
        assertThat(gateway.get("/media/" + FILM, "If-Range", "\"other\"", "Range", "bytes=0-99999")
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> several = ask(FILM, "bytes=0-99999, 200000-299999");
        assertThat(several.statusCode()).isEqualTo(206);
        assertThat(several.headers().firstValue("Content-Length")).hasValue(String.valueOf(several.body().length));
    }

    @Test
    void outlivesViewersWhoLeave() throws IOException {
        String range = "bytes=3000000-11999999";
        ask(FILM, range);
        ask(FILM, range);
        for (int at = 0; at < 20; at++) {
            try (Socket viewer = new Socket()) {
                viewer.setReceiveBufferSize(4096);
                viewer.connect(address());
                ask(viewer, 3_000_000, 9_000_000);
                assertThat(viewer.getInputStream().read()).isEqualTo('H');
            }
        }
        assertThat(ask(FILM, range).body()).hasSize(9_000_000);
    }

    @Test
    void keepsWhatIsNotPublicBehindSignedAddresses() {
        String playlist = GatewayUnderTest.json(gateway.getAs("alice", "/api/v1/videos/" + UpstreamFixture.PRIVATE))
                .at("/streamingPlaylists/0/playlistUrl")
                .asString();
        String signed =
                URI.create(playlist).resolve(UpstreamFixture.PRIVATE + ".mp4").getPath();
        double before = hits();
        for (int at = 0; at < 3; at++) {
            HttpResponse<byte[]> answer = gateway.get(signed, "Range", "bytes=0-99999");
            assertThat(answer.statusCode()).isEqualTo(206);
            assertThat(answer.headers().firstValue("Cache-Control"))
                    .hasValueSatisfying(value -> assertThat(value).startsWith("private"));
        }
        assertThat(hits()).isEqualTo(before + 2);
        assertThat(ask(SECRET, "bytes=0-99999").statusCode()).isEqualTo(404);
        assertThat(gateway.get(signed.replaceFirst("-.", "-_"), "Range", "bytes=0-99999")
                        .statusCode())
                .isEqualTo(404);
    }

    @Test
    void playsOnWhileTheStoreIsAway() {
        String range = "bytes=500000-899999";
        ask(FILM, range);
        ask(FILM, range);
        store.allowance.set(0);
        assertThat(ask(FILM, range).body()).isEqualTo(Arrays.copyOfRange(BYTES, 500_000, 900_000));
        assertThat(ask(FILM, "bytes=500000-900000").statusCode()).isEqualTo(503);
        store.allowance.set(Long.MAX_VALUE);
        assertThat(ask(FILM, "bytes=500000-900000").statusCode()).isEqualTo(206);
    }

    @Test
    void servesNothingOfWhatTheStoreNoLongerHas() {
        String gone = FOLDER + "progress/240p/8.m4s";
        gateway.put("main/" + gone, Arrays.copyOf(BYTES, LENGTH), "video/iso.segment");
        ask(gone, "");
        assertThat(ask(gone, "").statusCode()).isEqualTo(200);
        gateway.context().getBean(OriginStore.class).delete(new ObjectKey("main/" + gone));
        await(() -> ask(gone, "").statusCode() == 404);
    }

    private static HttpResponse<byte[]> ask(String file, String range) {
        return range.isEmpty() ? gateway.get("/media/" + file) : gateway.get("/media/" + file, "Range", range);
    }

    private static void ask(Socket viewer, int offset, int length) throws IOException {
        viewer.getOutputStream()
                .write(("GET /media/" + FILM + " HTTP/1.1\r\nHost: " + gateway.host("main") + "\r\nRange: bytes="
                                + offset + "-" + (offset + length - 1) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
    }

    private static String head(DataInputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        while (!head.toString(StandardCharsets.US_ASCII).endsWith("\r\n\r\n")) {
            head.write(in.readByte());
        }
        return head.toString(StandardCharsets.US_ASCII);
    }

    private static InetSocketAddress address() {
        return new InetSocketAddress(
                InetAddress.getLoopbackAddress(), gateway.address("/").getPort());
    }

    private static double hits() {
        return gateway.context()
                .getBean(MeterRegistry.class)
                .counter("vireo.media.cache.hits")
                .count();
    }

    private static void await(BooleanSupplier done) {
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (!done.getAsBoolean() && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(done.getAsBoolean()).isTrue();
    }
}
