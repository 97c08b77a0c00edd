package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.kit.http.ByteRange;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.kit.origin.OriginHttpClient;
import dev.vireo.kit.origin.OriginProperties;
import dev.vireo.kit.origin.OriginStore;
import dev.vireo.testkit.RealServers;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Proxy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Bodies on a bad day: the store breaks off, viewers leave, viewers are slow. */
final class MediaStreamingIT {
    private static final String FILM = UpstreamFixture.PUBLIC + "/1/" + UpstreamFixture.PUBLIC + "-480-fragmented.mp4";
    private static final String PATH = "/media/" + FILM;
    private static final byte[] BYTES = new byte[24_000_000];
    private static final int SLOW_VIEWERS = 500;
    private static final long PATIENCE_NANOS = 20_000_000_000L;

    private static final StoreProxy STORE =
            new StoreProxy(URI.create(RealServers.origin().endpoint()));
    private static final GatewayUnderTest GATEWAY = new GatewayUnderTest(Map.of(
            "vireo.origin.endpoint", STORE.endpoint(),
            "server.tomcat.max-connections", "2000",
            "vireo.gateway.range-cache.size", "0B"));

    @BeforeAll
    static void publish() {
        new Random(8).nextBytes(BYTES);
        GATEWAY.put("main/" + FILM, BYTES, "video/mp4");
        assertThat(GATEWAY.get(PATH, "Range", "bytes=0-0").statusCode()).isEqualTo(206);
    }

    @AfterEach
    void mend() {
        STORE.allowance.set(Long.MAX_VALUE);
    }

    @AfterAll
    static void stop() {
        GATEWAY.context().close();
        STORE.close();
    }

    @Test
    void breaksTheConnectionWhenTheStoreBreaksOff() {
        STORE.allowance.set(9_000_000);
        assertThatThrownBy(() -> GATEWAY.get(PATH)).isInstanceOf(UncheckedIOException.class);
        STORE.allowance.set(9_000_000);
        assertThatThrownBy(() -> GATEWAY.get(PATH, "Range", "bytes=0-7999999, 8000100-15999999"))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void saysThatTheStoreIsAwayAndFindsItAgain() {
        STORE.allowance.set(0);
        assertThat(GATEWAY.get(PATH, "Range", "bytes=0-99").statusCode()).isEqualTo(503);
        STORE.allowance.set(Long.MAX_VALUE);
        assertThat(GATEWAY.get(PATH, "Range", "bytes=0-99").statusCode()).isEqualTo(206);
    }

    @Test
    void signsAgainWhatTheStoreNoLongerAccepts() throws IOException {
        OriginStore store = GATEWAY.context().getBean(OriginStore.class);
        AtomicInteger signed = new AtomicInteger();
        OriginStore spoilt = (OriginStore) Proxy.newProxyInstance(
                OriginStore.class.getClassLoader(), new Class<?>[] {OriginStore.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(store, arguments);
                    return signed.getAndIncrement() == 0
                            ? URI.create(answer.toString().replaceFirst("X-Amz-Signature=.", "X-Amz-Signature=x"))
                            : answer;
                });
        OriginProperties properties = GATEWAY.context().getBean(OriginProperties.class);
        try (OriginHttpClient client = new OriginHttpClient(spoilt::presignedGet, properties, 10)) {
            for (int at = 0; at < 3; at++) {
                try (InputStream body = client.open(new ObjectKey("main/" + FILM), new ByteRange(7, 100))) {
                    assertThat(body.readAllBytes()).isEqualTo(Arrays.copyOfRange(BYTES, 7, 107));
                }
            }
        }
        assertThat(signed).hasValue(2);
    }

    @Test
    void stopsReadingForViewersWhoLeave() throws IOException {
        Socket viewer = slowViewer(BYTES.length);
        assertThat(viewer.getInputStream().read()).isEqualTo('H');
        int during = STORE.open.get();
        viewer.close();
        long end = System.nanoTime() + PATIENCE_NANOS;
        while (STORE.open.get() >= during && System.nanoTime() < end) {
            Thread.onSpinWait();
        }
        assertThat(STORE.open.get()).isLessThan(during);
    }

    @Test
    void servesOthersBesideHundredsOfSlowViewers() throws IOException {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int at = 0; at < SLOW_VIEWERS; at++) {
                slow.add(slowViewer(2_000_000));
            }
            for (Socket viewer : slow) {
                assertThat(viewer.getInputStream().read()).isEqualTo('H');
            }
            for (int at = 0; at < 100; at++) {
                HttpResponse<byte[]> answer =
                        GATEWAY.get(PATH, "Range", "bytes=" + at * 1000 + "-" + (at * 1000 + 1_999_999));
                assertThat(answer.statusCode()).isEqualTo(206);
                assertThat(Arrays.equals(answer.body(), 0, 2_000_000, BYTES, at * 1000, at * 1000 + 2_000_000))
                        .isTrue();
            }
            Socket last = slow.getLast();
            byte[] rest = last.getInputStream().readAllBytes();
            assertThat(Arrays.equals(rest, rest.length - 2_000_000, rest.length, BYTES, 0, 2_000_000))
                    .isTrue();
        } finally {
            for (Socket viewer : slow) {
                viewer.close();
            }
        }
    }

    /** Has asked for the first bytes and reads nothing yet; its own buffer takes little. */
    private static Socket slowViewer(int bytes) throws IOException {
        URI address = GATEWAY.address(PATH);
        Socket socket = new Socket();
        socket.setReceiveBufferSize(4096);
        socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), address.getPort()));
        socket.getOutputStream()
                .write(("GET " + address.getPath() + " HTTP/1.1\r\nHost: " + address.getAuthority()
                                + "\r\nConnection: close\r\nRange: bytes=0-" + (bytes - 1) + "\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }
}
