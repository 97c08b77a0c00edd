package dev.vireo.bench;

import dev.vireo.local.server.Port;
import dev.vireo.local.server.S3Server;
import io.minio.GetPresignedObjectUrlArgs;
import io.minio.Http;
import io.minio.MinioClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.DoubleSupplier;
import tools.jackson.databind.JsonNode;

/** What viewers cost: ranges of media beside nginx before the same object store, playlists, and the REST answer. */
final class DeliveryBenchmark {
    private static final int SECONDS = 10;
    /** Until the second compiler has done the hot path. */
    private static final int WARM_UP = 40;

    private static final int ROUNDS = 3;
    private static final int CONNECTIONS = 32;
    private static final int RANGE_LENGTH = 2 << 20;
    private static final double PEERTUBE_MILLISECONDS = 7.0;

    private final Bench bench;

    DeliveryBenchmark(Bench bench) {
        this.bench = bench;
    }

    List<Figure> run() throws Exception {
        JsonNode video = bench.client()
                .untilPublished(bench.client().upload(bench.sources().film(20)));
        JsonNode playlist = video.get("streamingPlaylists").get(0);
        JsonNode file = playlist.get("files").get(0);
        List<Figure> figures = new ArrayList<>(
                ranges(file.get("fileUrl").asString(), file.get("size").asLong()));
        figures.add(
                documents("Playlist (multivariant)", playlist.get("playlistUrl").asString()));
        figures.add(rest(video));
        return figures;
    }

    private List<Figure> ranges(String media, long size) throws Exception {
        int port = Port.free().number();
        String[] once = {"-s", differentRanges(size).toString()};
        String[] again = {"-H", "Range: bytes=0-" + (RANGE_LENGTH - 1)};
        try (ToolProcess nginx = nginx(port)) {
            String proxied =
                    "http://127.0.0.1:" + port + presigned(URI.create(media).getPath());
            Wrk.load(media, CONNECTIONS, WARM_UP, once);
            Wrk.load(media, CONNECTIONS, SECONDS / 2, again);
            Wrk.load(proxied, CONNECTIONS, SECONDS / 2, once);
            Load theirs = new Load(0, 0);
            Load through = new Load(0, 0);
            Load kept = new Load(0, 0);
            for (int round = 0; round < ROUNDS; round++) {
                theirs = theirs.plus(proxied, () -> Cpu.seconds(List.of(nginx.pid())), once);
                through = through.plus(media, () -> bench.cpuOf("api-gateway"), once);
                kept = kept.plus(media, () -> bench.cpuOf("api-gateway"), again);
            }
            List<Figure> figures = new ArrayList<>();
            figures.addAll(figures("ranges asked once, read through from the store", through, theirs));
            figures.addAll(figures("one range asked again and again, from the door's disk", kept, theirs));
            return figures;
        }
    }

    private static List<Figure> figures(String what, Load ours, Load theirs) {
        return List.of(
                new Figure(
                        "Media, 2 MiB, 32 connections: " + what,
                        Figure.number(ours.megabytesPerSecond(), "MiB/s"),
                        "nginx, ranges asked once, before the same store: "
                                + Figure.number(theirs.megabytesPerSecond(), "MiB/s"),
                        ours.megabytesPerSecond() / theirs.megabytesPerSecond(),
                        "at least 0.8"),
                new Figure(
                        "The same: CPU of the door",
                        Figure.number(ours.cpuPerGigabyte(), "CPU s/GiB"),
                        "nginx: " + Figure.number(theirs.cpuPerGigabyte(), "CPU s/GiB"),
                        ours.cpuPerGigabyte() / theirs.cpuPerGigabyte(),
                        "at most 1.5"));
    }

    /** Each request asks for other bytes, so that no cache of ranges helps. */
    private Path differentRanges(long size) throws IOException {
        return Files.writeString(
                bench.folder().resolve("ranges.lua"), """
                math.randomseed(os.time())
                function request()
                  local from = math.random(0, %1$d)
                  return wrk.format("GET", nil, { Host = wrk.headers["Host"],
                    Range = string.format("bytes=%%d-%%d", from, from + %2$d) })
                end
                """.formatted(size - RANGE_LENGTH, RANGE_LENGTH - 1));
    }

    /** What was sent in some rounds, and the CPU seconds it took. */
    private record Load(double megabytes, double cpu) {
        Load plus(String address, DoubleSupplier used, String... options) {
            double before = used.getAsDouble();
            double sent = Wrk.load(address, CONNECTIONS, SECONDS, options).megabytes();
            return new Load(megabytes + sent, cpu + used.getAsDouble() - before);
        }

        double megabytesPerSecond() {
            return megabytes / (ROUNDS * SECONDS);
        }

        double cpuPerGigabyte() {
            return cpu / megabytes * 1024;
        }
    }

    private Figure documents(String what, String address) {
        Wrk.load(address, CONNECTIONS, SECONDS / 2);
        double cpu = bench.cpuOf("api-gateway");
        Wrk load = Wrk.load(address, CONNECTIONS, SECONDS);
        cpu = bench.cpuOf("api-gateway") - cpu;
        return new Figure(
                what,
                Figure.number(load.requests() / cpu, "requests per CPU s"),
                Figure.number(load.requestsPerSecond(), "requests/s"),
                Double.NaN,
                "at least 3,000 per core busy");
    }

    private Figure rest(JsonNode video) {
        String address = bench.platform().address() + "/api/v1/videos/"
                + video.get("uuid").asString();
        Wrk.load(address, CONNECTIONS, SECONDS / 2);
        double before = allCpu();
        Wrk load = Wrk.load(address, CONNECTIONS, SECONDS);
        double milliseconds = (allCpu() - before) * 1000 / load.requests();
        return new Figure(
                "GET /api/v1/videos/{id}: CPU per request, with services and database",
                Figure.number(milliseconds, "ms") + ", " + Figure.number(load.requestsPerSecond(), "requests/s"),
                "PeerTube 6.3: " + Figure.number(PEERTUBE_MILLISECONDS, "ms"),
                milliseconds / PEERTUBE_MILLISECONDS,
                "at most 1.0 ms");
    }

    private double allCpu() {
        return Cpu.seconds(bench.platform().all().stream()
                .flatMap(server -> server.pids().stream())
                .toList());
    }

    private String presigned(String mediaPath) throws Exception {
        S3Server s3 = bench.platform().s3();
        String address = MinioClient.builder()
                .endpoint(s3.endpoint())
                .region("us-east-1")
                .credentials(S3Server.ACCESS_KEY, S3Server.SECRET_KEY)
                .build()
                .getPresignedObjectUrl(GetPresignedObjectUrlArgs.builder()
                        .method(Http.Method.GET)
                        .bucket(s3.bucket())
                        .object("main" + mediaPath.replaceFirst("^/media", ""))
                        .build());
        URI signed = URI.create(address);
        return signed.getRawPath() + "?" + signed.getRawQuery();
    }

    /** Two workers, keep-alive to the store, no buffering to disk: a fair proxy. */
    private ToolProcess nginx(int port) throws Exception {
        Path folder = Files.createDirectories(bench.folder().resolve("nginx"));
        String store = URI.create(bench.platform().s3().endpoint()).getAuthority();
        Path settings = folder.resolve("nginx.conf");
        Files.writeString(settings, """
                daemon off; pid nginx.pid; error_log error.log warn; worker_processes 2;
                events { worker_connections 1024; }
                http {
                  access_log off; sendfile on; client_body_temp_path body; proxy_temp_path proxy;
                  fastcgi_temp_path fastcgi; uwsgi_temp_path uwsgi; scgi_temp_path scgi;
                  upstream store { server %1$s; keepalive 64; }
                  server {
                    listen 127.0.0.1:%2$d;
                    location / {
                      proxy_pass http://store; proxy_http_version 1.1;
                      proxy_set_header Connection ""; proxy_set_header Host %1$s;
                      proxy_max_temp_file_size 0; proxy_buffers 16 64k; proxy_buffer_size 64k;
                      proxy_busy_buffers_size 128k;
                    }
                  }
                }
                """.formatted(store, port));
        ToolProcess nginx = ToolProcess.start(
                List.of(
                        "nginx",
                        "-p",
                        folder.toAbsolutePath().toString(),
                        "-c",
                        settings.toAbsolutePath().toString()),
                folder,
                Map.of());
        while (!accepts(port)) {
            LockSupport.parkNanos(20_000_000);
        }
        return nginx;
    }

    private static boolean accepts(int port) {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }
}
