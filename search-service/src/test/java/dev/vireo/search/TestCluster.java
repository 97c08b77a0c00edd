package dev.vireo.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The cluster as somebody sees it who looks behind the service. */
public record TestCluster(String address, String prefix) {

    /** Names of all indexes of videos, the oldest first. */
    public List<String> indexes() {
        return names("/" + prefix + "-video-*?allow_no_indices=true");
    }

    /** The index that queries go to; none before the first. */
    public List<String> answering() {
        JsonNode all = get("/" + prefix + "-video-*/_alias");
        return all.propertyStream()
                .filter(index -> index.getValue().path("aliases").has(prefix + "-video"))
                .map(java.util.Map.Entry::getKey)
                .toList();
    }

    /** Has an index look as if a version of the service with this mapping had made it. */
    public void pretendMapping(String index, int number) {
        send("PUT", "/" + index + "/_mapping", """
                {"_meta":{"number":%d,"digest":"%d"}}""".formatted(number, number));
    }

    /** The consumer group of an index. */
    public String group(String index) {
        return "search." + index + "."
                + get("/" + index + "/_settings")
                        .path(index)
                        .path("settings")
                        .path("index")
                        .path("uuid")
                        .asString();
    }

    /** A reading request. */
    public JsonNode get(String path) {
        return new JsonMapper().readTree(send("GET", path, ""));
    }

    /** Any request; fails unless it is answered with success. */
    public String send(String method, String path, String body) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .header("Content-Type", "application/json")
                            .method(method, HttpRequest.BodyPublishers.ofString(body))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isBetween(200, 201);
            return answer.body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** A request without content; empty when it is not answered with success. */
    public Optional<JsonNode> tried(String method, String path) {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(address + path))
                            .method(method, HttpRequest.BodyPublishers.noBody())
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200
                    ? Optional.of(new JsonMapper().readTree(answer.body()))
                    : Optional.empty();
        } catch (IOException away) {
            return Optional.empty();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    private List<String> names(String path) {
        return StreamSupport.stream(get(path).propertyNames().spliterator(), false)
                .sorted()
                .toList();
    }
}
