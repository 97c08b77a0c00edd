package dev.vireo.seeder.trackerdoor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.admission.TrackedHash;
import dev.vireo.testkit.Eventually;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
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

    /** One, at a tracker, offers; one at a tracker, the same or another, answers. Both are gone then. */
    static void exchange(TrackedHash hash, int offering, int answering) {
        var first = new Browser(answering);
        var second = new Browser(offering);
        String one = "-PM0203-00000000000a";
        String two = "-PM0203-00000000000b";
        String offerId = "\u00ff\u0000\\\"" + "o".repeat(16);
        first.send(announce(hash, one, ",\"event\":\"started\""));
        Eventually.holds("the first is in", () -> first.messages.size() == 1);
        String offer = announce(
                hash,
                two,
                ",\"numwant\":1,\"offers\":[{\"offer_id\":"
                        + JsonMapper.shared().writeValueAsString(offerId)
                        + ",\"offer\":{\"type\":\"offer\",\"sdp\":\"v=0\"}}]");
        Eventually.holds("the offer", () -> {
            // Another replica hears of the first a little later.
            second.send(offer);
            return first.last("offer").isPresent();
        });
        JsonNode offered = first.last("offer").orElseThrow();
        assertThat(offered.get("peer_id").asString()).isEqualTo(two);
        first.send(announce(
                hash,
                one,
                ",\"to_peer_id\":\"" + two + "\",\"offer_id\":" + offered.get("offer_id")
                        + ",\"answer\":{\"type\":\"answer\",\"sdp\":\"v=1\"}"));
        Eventually.holds("the answer", () -> second.last("answer").isPresent());
        JsonNode answer = second.last("answer").orElseThrow();
        assertThat(answer.get("offer_id").asString()).isEqualTo(offerId);
        assertThat(answer.get("answer").get("sdp").asString()).isEqualTo("v=1");
        first.socket.abort();
        second.socket.abort();
    }

    /** The last message that has such a field. */
    private Optional<JsonNode> last(String kind) {
        return messages.stream()
                .map(JsonMapper.shared()::readTree)
                .filter(message -> message.has(kind))
                .reduce((before, after) -> after);
    }
}
