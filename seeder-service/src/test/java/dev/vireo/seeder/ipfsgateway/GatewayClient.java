package dev.vireo.seeder.ipfsgateway;

import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.CarReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the running service as the gateway of the platform does. */
final class GatewayClient {
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private GatewayClient() {}

    static HttpResponse<byte[]> get(String path, String... headers) {
        return send("GET", path, headers);
    }

    static HttpResponse<byte[]> send(String method, String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(
                        RunningService.get().address().resolve(path))
                .method(method, HttpRequest.BodyPublishers.noBody())
                .header("Vireo-Instance", RunningService.INSTANCE);
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    static String header(HttpResponse<?> answer, String name) {
        return answer.headers().firstValue(name).orElse("");
    }

    /** The blocks of an archive, each checked. */
    static List<Block> blocks(byte[] archive) {
        try {
            CarReader reader = new CarReader(new ByteArrayInputStream(archive));
            List<Block> blocks = new ArrayList<>();
            for (Optional<Block> next = reader.next(); next.isPresent(); next = reader.next()) {
                blocks.add(next.get());
            }
            return blocks;
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
