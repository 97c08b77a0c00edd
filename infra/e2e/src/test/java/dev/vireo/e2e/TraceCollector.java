package dev.vireo.e2e;

import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/** Takes traces by OTLP over HTTP, as a collector of an operator does, and keeps them. */
final class TraceCollector {
    private final HttpServer server;
    private final List<Span> spans = new CopyOnWriteArrayList<>();

    /** One span, by which service it was sent. */
    record Span(String service, String trace, String name) {}

    TraceCollector() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException noPort) {
            throw new UncheckedIOException(noPort);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/v1/traces", exchange -> {
            boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
            try (InputStream body =
                    packed ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
                ExportTraceServiceRequest.parseFrom(body).getResourceSpansList().forEach(this::keep);
            }
            exchange.sendResponseHeaders(200, -1);
            exchange.close();
        });
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1/traces";
    }

    /** The services that took part in each trace. */
    Map<String, Set<String>> servicesByTrace() {
        return spans.stream()
                .collect(Collectors.groupingBy(Span::trace, Collectors.mapping(Span::service, Collectors.toSet())));
    }

    /** Names of the spans of one trace. */
    Set<String> namesIn(String trace) {
        return spans.stream()
                .filter(span -> span.trace().equals(trace))
                .map(Span::name)
                .collect(Collectors.toSet());
    }

    void stop() {
        server.stop(0);
    }

    private void keep(ResourceSpans sent) {
        String service = sent.getResource().getAttributesList().stream()
                .filter(attribute -> attribute.getKey().equals("service.name"))
                .map(attribute -> attribute.getValue().getStringValue())
                .findFirst()
                .orElse("");
        sent.getScopeSpansList()
                .forEach(scope -> scope.getSpansList()
                        .forEach(span -> spans.add(new Span(
                                service,
                                HexFormat.of().formatHex(span.getTraceId().toByteArray()),
                                span.getName()))));
    }
}
