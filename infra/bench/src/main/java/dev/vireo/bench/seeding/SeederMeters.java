package dev.vireo.bench.seeding;

import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** What seeder-service counts itself. */
final class SeederMeters implements AutoCloseable {
    private final HttpClient http = HttpClient.newHttpClient();
    private final HttpRequest request;

    SeederMeters(Platform platform) {
        request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + platform.port(PortName.SEEDER) + "/actuator/prometheus"))
                .build();
    }

    /** The sum over all tags of a meter by its Prometheus name. */
    double value(String name) {
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(name + " ") || line.startsWith(name + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
