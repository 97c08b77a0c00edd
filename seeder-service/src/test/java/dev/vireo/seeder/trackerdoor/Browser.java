package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.TrackedHash;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.json.JsonMapper;

/** A browser in a swarm: a WebSocket client of the JDK. */
final class Browser implements WebSocket.Listener {
    final List<String> messages = new CopyOnWriteArrayList<>();
    final WebSocket socket;
    volatile boolean closed;
    final AtomicInteger pings = new AtomicInteger();

    Browser(int port) {
        socket = HttpClient.newHttpClient()
                .newWebSocketBuilder()
                .buildAsync(URI.create("ws://127.0.0.1:" + port + "/tracker/socket"), this)
                .join();
    }

    void send(String text) {
        socket.sendText(text, true).join();
    }

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
        messages.add(data.toString());
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onPing(WebSocket from, ByteBuffer message) {
        pings.incrementAndGet();
        from.request(1);
        return CompletableFuture.completedStage(null);
    }

    @Override
    public CompletionStage<?> onClose(WebSocket from, int code, String reason) {
        closed = true;
        return CompletableFuture.completedStage(null);
    }

    @Override
    public void onError(WebSocket from, Throwable error) {
        closed = true;
    }

    /** What a browser says when it enters a swarm. */
    static String announce(TrackedHash hash, String peer, String more) {
        String name = new String(hash.bytes(), StandardCharsets.ISO_8859_1);
        return "{\"action\":\"announce\",\"info_hash\":"
                + JsonMapper.shared().writeValueAsString(name) + ",\"peer_id\":\"" + peer
                + "\"" + more + "}";
    }
}
