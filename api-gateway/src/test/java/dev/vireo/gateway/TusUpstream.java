package dev.vireo.gateway;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;

/** Stands for upload-service's HTTP door: counts bodies and remembers headers. */
public final class TusUpstream {
    /** One request as it arrived. */
    public record Heard(String method, String path, Headers headers, long length) {}

    /** Requests, newest last. */
    public final ConcurrentLinkedQueue<Heard> heard = new ConcurrentLinkedQueue<>();

    int start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
            server.createContext("/api/v1/uploads", this::answer);
            server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
            server.start();
            return server.getAddress().getPort();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void answer(HttpExchange exchange) throws IOException {
        long length = 0;
        byte[] buffer = new byte[64 * 1024];
        try (InputStream body = exchange.getRequestBody()) {
            for (int read = body.read(buffer); read >= 0; read = body.read(buffer)) {
                length += read;
            }
        }
        heard.add(new Heard(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), exchange.getRequestHeaders(), length));
        exchange.getResponseHeaders().set("Tus-Resumable", "1.0.0");
        exchange.getResponseHeaders().set("Upload-Offset", String.valueOf(length));
        exchange.sendResponseHeaders(204, -1);
        exchange.close();
    }
}
