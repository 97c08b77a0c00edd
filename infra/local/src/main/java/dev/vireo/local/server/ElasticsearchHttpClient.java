package dev.vireo.local.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;

/** Asks a local Elasticsearch how it is. */
final class ElasticsearchHttpClient {
    private ElasticsearchHttpClient() {}

    /** Yellow: every index has its documents, though no second copy of them. */
    static boolean isSearchable(String address) {
        HttpRequest request = HttpRequest.newBuilder(
                        URI.create(address + "/_cluster/health?wait_for_status=yellow&timeout=2s"))
                .timeout(Duration.ofSeconds(5))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
