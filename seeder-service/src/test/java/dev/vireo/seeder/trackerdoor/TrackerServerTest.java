package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.seeder.tracker.PeerId;
import dev.vireo.seeder.tracker.TestTracker;
import dev.vireo.testkit.Eventually;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The doors on real sockets. */
final class TrackerServerTest {
    private static final String UPGRADE = String.join(
            "\r\n",
            "GET /tracker/socket HTTP/1.1",
            "Host: tracker",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "",
            "");

    private static final InetAddress HERE = InetAddress.getLoopbackAddress();

    private final List<TrackerServer> servers = new ArrayList<>();
    private TestTracker known = new TestTracker(Map.of());
    private final List<Socket> staying = new ArrayList<>();

    @AfterEach
    void stop() throws IOException {
        servers.forEach(TrackerServer::stop);
        for (Socket socket : staying) {
            socket.close();
        }
    }

    @Test
    void answersByHttpAndUdpOnOnePort() throws Exception {
        int port = start(Map.of("rate.burst", "100000"));
        TrackedHash hash = known.allow(1);
        assertThat(get(
                        port,
                        "/announce?info_hash=" + encoded(hash) + "&peer_id=" + "a".repeat(20) + "&port=258&left=0"))
                .contains("8:completei1e");
        try (DatagramSocket socket = new DatagramSocket(0, HERE)) {
            ByteBuffer connected = ask(
                    socket,
                    port,
                    ByteBuffer.allocate(16).putLong(UdpDoor.MAGIC).putInt(0).putInt(7));
            long id = connected.getLong(8);
            ByteBuffer announced = ask(
                    socket,
                    port,
                    ByteBuffer.allocate(98)
                            .putLong(id)
                            .putInt(UdpDoor.ANNOUNCE)
                            .putInt(8)
                            .put(hash.bytes())
                            .put(new PeerId(1, 2, 3).bytes())
                            .put(new byte[36])
                            .putInt(-1)
                            .putShort((short) 99));
            assertThat(announced.getInt(0)).isEqualTo(UdpDoor.ANNOUNCE);
            assertThat(announced.getInt(20)).isEqualTo(0x7f000001);
            assertThat(announced.getShort(24)).isEqualTo((short) 258);
        }
        assertThat(get(port, "/other")).isEmpty();
    }

    @Test
    void servesAddressesOfSixteenBytes() throws Exception {
        int port = start(Map.of("address", "::1"));
        TrackedHash hash = known.allow(1);
        String query = "/announce?info_hash=" + encoded(hash) + "&port=258&peer_id=";
        assertThat(get("[::1]", port, query + "a".repeat(20))).contains("incompletei1e");
        assertThat(get("[::1]", port, query + "b".repeat(20))).contains("6:peers618:");
    }

    @Test
    void dropsConnectionsThatSayNothing() throws Exception {
        int port = start(Map.of("connections.patience", "300ms", "connections.most-of-address", "20"));
        List<Socket> silent = new ArrayList<>();
        for (int number = 0; number < 50; number++) {
            silent.add(new Socket(HERE, port));
        }
        silent.getFirst().getOutputStream().write("GET /announce HTTP/1.1\r\nX: ".getBytes(StandardCharsets.US_ASCII));
        for (Socket socket : silent) {
            assertThat(ended(socket)).isTrue();
        }
        Eventually.holds("none is left", () -> connections() == 0);
        assertThat(get(port, "/scrape")).contains("malformed");
    }

    @Test
    void dropsABrowserThatNeverReads() throws Exception {
        int port = start(Map.of("sockets.queue", "16KB", "rate.burst", "1000000", "rate.per-second", "1000000"));
        TrackedHash hash = known.allow(1);
        try (Socket deaf = new Socket()) {
            deaf.setReceiveBufferSize(4096);
            deaf.connect(new InetSocketAddress(HERE, port));
            upgrade(deaf);
            deaf.getOutputStream().write(frame(Browser.announce(hash, "d".repeat(20), "")));
            Eventually.holds("it is there", () -> known.tracker().counts(hash).incomplete() == 1);
            Browser talker = new Browser(port);
            String sdp = "s".repeat(10_000);
            String offers = ",\"offers\":[{\"offer\":{\"type\":\"offer\",\"sdp\":\"" + sdp + "\"},\"offer_id\":\""
                    + "o".repeat(20) + "\"}]";
            Eventually.holds("only the other is left", () -> {
                for (int step = 0; step < 20; step++) {
                    talker.send(Browser.announce(hash, "t".repeat(20), offers));
                }
                return connections() == 1;
            });
            talker.socket.abort();
        }
    }

    @Test
    void refusesBinaryAndLongMessagesAndAsksTheSilent() throws Exception {
        int port = start(Map.of("sockets.message", "1KB", "sockets.idle", "200ms"));
        Browser binary = new Browser(port);
        binary.socket.sendBinary(ByteBuffer.allocate(4), true).join();
        Eventually.holds("binary ends", () -> binary.closed);
        Browser lengthy = new Browser(port);
        lengthy.send("x".repeat(2000));
        Eventually.holds("long ends", () -> lengthy.closed);
        Browser parts = new Browser(port);
        for (int part = 0; part < 4 && !parts.closed; part++) {
            parts.socket
                    .sendText("x".repeat(500), false)
                    .exceptionally(gone -> parts.socket)
                    .join();
        }
        Eventually.holds("parts end", () -> parts.closed);
        Browser alive = new Browser(port);
        Eventually.holds("it was asked twice", () -> alive.pings.get() >= 2);
        assertThat(alive.closed).isFalse();
        try (Socket dead = new Socket(HERE, port)) {
            dead.getOutputStream().write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
            assertThat(ended(dead)).isTrue();
        }
        alive.socket.abort();
    }

    @Test
    void letsOneAddressHaveItsConnectionsOnly() throws Exception {
        int port = start(Map.of("connections.most-of-address", "3"));
        List<Browser> browsers = new ArrayList<>();
        for (int number = 0; number < 3; number++) {
            browsers.add(new Browser(port));
        }
        try (Socket fourth = new Socket(HERE, port)) {
            assertThat(ended(fourth)).isTrue();
        }
        browsers.removeFirst().socket.abort();
        Eventually.holds("its place is free", () -> connections() == 2);
        browsers.add(new Browser(port));
        browsers.forEach(browser -> browser.socket.abort());
    }

    @Test
    void countsBrowsersBehindATrustedProxyByTheirOwnAddress() throws Exception {
        int port = start(Map.of("trusted-proxies[0]", "127.0.0.0/8", "connections.most-of-address", "1"));
        assertThat(status(port, "192.0.2.1")).contains("101");
        assertThat(status(port, "192.0.2.2")).contains("101");
        assertThat(status(port, "192.0.2.1")).contains("429");
    }

    /** One that stays, of whom a proxy says that. */
    private String status(int port, String client) throws IOException {
        Socket socket = new Socket(HERE, port);
        // A socket that nobody holds is closed with the garbage.
        staying.add(socket);
        socket.getOutputStream()
                .write(UPGRADE.replace("Host:", "X-Forwarded-For: 9.9.9.9\r\nX-Forwarded-For: " + client + "\r\nHost:")
                        .getBytes(StandardCharsets.US_ASCII));
        return new String(socket.getInputStream().readNBytes(13), StandardCharsets.US_ASCII);
    }

    /** Reads no further than the answer to the handshake. */
    private static void upgrade(Socket socket) throws IOException {
        socket.getOutputStream().write(UPGRADE.getBytes(StandardCharsets.US_ASCII));
        StringBuilder answer = new StringBuilder();
        while (answer.indexOf("\r\n\r\n") < 0) {
            answer.append((char) socket.getInputStream().read());
        }
        assertThat(answer).contains("101");
    }

    private int start(Map<String, String> settings) {
        Map<String, String> all = new HashMap<>(settings);
        all.put("port", "0");
        known = new TestTracker(all);
        TrackerServer server = new TrackerServer(
                new HttpDoor(known.tracker()),
                new SocketDoor(known.tracker(), known.properties()),
                new UdpDoor(known.tracker(), known.clock()),
                known.properties(),
                known.meters());
        servers.add(server);
        server.start();
        return server.port();
    }

    private double connections() {
        return known.meters().get("vireo.tracker.connections").gauge().value();
    }

    private static String encoded(TrackedHash hash) {
        return QueryStringTest.encode(hash.bytes(), new Random(1));
    }

    private static String get(int port, String path) throws Exception {
        return get("127.0.0.1", port, path);
    }

    private static String get(String host, int port, String path) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://" + host + ":" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                    .body();
        }
    }

    private static ByteBuffer ask(DatagramSocket socket, int port, ByteBuffer question) throws IOException {
        byte[] bytes = new byte[question.capacity()];
        question.get(0, bytes);
        socket.send(new DatagramPacket(bytes, bytes.length, HERE, port));
        DatagramPacket answer = new DatagramPacket(new byte[2000], 2000);
        socket.receive(answer);
        return ByteBuffer.wrap(answer.getData(), 0, answer.getLength());
    }

    /** True when the other side ended it, whatever it said before. */
    private static boolean ended(Socket socket) {
        try (InputStream in = socket.getInputStream()) {
            in.transferTo(OutputStream.nullOutputStream());
            return true;
        } catch (IOException reset) {
            return true;
        }
    }

    /** A text of a client, masked with zeros. */
    private static byte[] frame(String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + bytes.length)
                .put((byte) 0x81)
                .put((byte) (0x80 | 126))
                .putShort((short) bytes.length)
                .putInt(0)
                .put(bytes)
                .array();
    }
}
