package dev.vireo.seeder.trackerdoor;

import dev.vireo.seeder.admission.TrackedHash;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Random;

/** A peer that announces itself by HTTP. */
final class HttpPeer {
    private HttpPeer() {}

    /** Announces the peer of a port, of four digits, at a tracker; gives its answer, a character for each byte. */
    static String announce(int tracker, TrackedHash hash, int port, String more) {
        String query = "info_hash=" + QueryStringTest.encode(hash.bytes(), new Random(1)) + "&port=" + port
                + "&left=1&peer_id=-VI0001-00000000" + port + more;
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + tracker + "/announce?" + query))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString(StandardCharsets.ISO_8859_1))
                    .body();
        } catch (IOException | InterruptedException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
