package dev.vireo.bench;

import dev.vireo.bench.OpenLoop.Latencies;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The search at ten thousand and at a million videos, which come over the bus as their owner tells them; how well it
 * ranks beside a plain search of the same index; and what a list costs.
 */
final class SearchBenchmark {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final long SEED = 42;
    private static final int FEW = 10_000;
    private static final int MANY = Integer.getInteger("bench.videos", 1_000_000);
    private static final int SECONDS = 30;
    /** Services are compiled while they work: shorter, and fewer videos would look slower than they are. */
    private static final int WARM_UP_SECONDS = 150;

    private static final int SUGGESTIONS_PER_SECOND = 200;
    private static final int SEARCHES_PER_SECOND = 50;
    private static final int CONNECTIONS = 16;
    private static final int CLIENTS = 4;
    private static final int LIST_SECONDS = 15;
    private static final int PEERTUBE_CONNECTIONS = 32;
    private static final double PEERTUBE_LIST_MILLISECONDS = 8.2;
    private static final Duration LIMIT = Duration.ofMinutes(60);
    private static final Duration QUIET = Duration.ofSeconds(10);

    private final Bench bench;
    private final HttpClient http = HttpClient.newHttpClient();
    private final OpenLoop load = new OpenLoop();
    private final GeneratedCatalogue catalogue = new GeneratedCatalogue(SEED);
    private final GeneratedCatalogue questions = new GeneratedCatalogue(SEED);
    private final List<Figure> figures = new ArrayList<>();

    SearchBenchmark(Bench bench) {
        this.bench = bench;
    }

    List<Figure> run() throws IOException {
        // It hears the same facts; a deployment gives it processors of its own.
        bench.platform().service("transcode-service").stop();
        Judgements judgements = new Judgements();
        try (VideoFacts facts = new VideoFacts(bench.platform().kafka().bootstrapServers())) {
            judgements.videos().forEach(facts::published);
            tell(facts, FEW);
        }
        untilIndexed(FEW);
        relevance(judgements);
        Latencies fewSuggestions = suggestions();
        Latencies fewSearches = searches();
        bulk();
        Latencies suggestions = suggestions();
        Latencies searches = searches();
        goal(
                "Suggestions, " + SUGGESTIONS_PER_SECOND + " requests/s",
                suggestions,
                fewSuggestions,
                "p99 at most 45 ms");
        goal("Searches, " + SEARCHES_PER_SECOND + " requests/s", searches, fewSearches, "p99 at most 150 ms");
        list();
        return figures;
    }

    private void tell(VideoFacts facts, int count) {
        for (int at = 0; at < count; at++) {
            facts.published(catalogue.video());
        }
    }

    private void bulk() {
        long begin = System.nanoTime();
        double service = bench.cpuOf("search-service");
        double engine = Cpu.seconds(bench.platform().elasticsearch().pids());
        try (VideoFacts facts = new VideoFacts(bench.platform().kafka().bootstrapServers())) {
            tell(facts, MANY - FEW);
        }
        untilIndexed(MANY);
        double seconds = (System.nanoTime() - begin) / 1e9;
        add(new Figure(
                "Indexing from the bus, up to " + MANY + " videos",
                Figure.number((MANY - FEW) / seconds, "videos/s"),
                "CPU per 1,000 videos: "
                        + Figure.number((bench.cpuOf("search-service") - service) * 1_000_000 / (MANY - FEW), "ms")
                        + " of the service, "
                        + Figure.number(
                                (Cpu.seconds(bench.platform().elasticsearch().pids()) - engine)
                                        * 1_000_000
                                        / (MANY - FEW),
                                "ms")
                        + " of Elasticsearch",
                Double.NaN,
                ""));
        untilMerged();
    }

    private void relevance(Judgements judgements) {
        double ours = judgements.ndcg(this::ours);
        double plain = judgements.ndcg(this::plain);
        add(new Figure(
                "nDCG@10 of " + judgements.size() + " judged questions (typos, eight languages)",
                Figure.number(ours, ""),
                "plain multi_match over title, description, tags, channel: " + Figure.number(plain, ""),
                ours / plain,
                "at least 1.15"));
    }

    private List<String> ours(String question) {
        return get(platform("/api/v1/search/videos?count=10&search=" + encoded(question)))
                .path("data")
                .valueStream()
                .map(video -> video.get("uuid").asString())
                .toList();
    }

    private List<String> plain(String question) {
        ObjectNode match = JSON.createObjectNode().put("query", question);
        List.of("name", "description", "titles").forEach(match.putArray("fields")::add);
        ObjectNode body = JSON.createObjectNode().put("size", 10);
        body.putArray("_source").add("id");
        body.putObject("query").set("multi_match", match);
        return post(engine("/vireo-video/_search"), body.toString())
                .path("hits")
                .path("hits")
                .valueStream()
                .map(hit -> hit.path("_source").path("id").asString())
                .toList();
    }

    private Latencies suggestions() {
        return measured(
                SUGGESTIONS_PER_SECOND,
                () -> platform("/api/v1/search/suggestions?search=" + encoded(questions.typed())));
    }

    private Latencies searches() {
        return measured(
                SEARCHES_PER_SECOND, () -> platform("/api/v1/search/videos?search=" + encoded(questions.question())));
    }

    private Latencies measured(int perSecond, java.util.function.Supplier<URI> next) {
        load.warmUp(CLIENTS, WARM_UP_SECONDS, next);
        return load.run(perSecond, SECONDS, next);
    }

    private void goal(String what, Latencies many, Latencies few, String goal) {
        add(new Figure(
                what + ", " + MANY + " videos: p99",
                Figure.number(many.p99(), "ms") + (many.refused() == 0 ? "" : ", " + many.refused() + " refused"),
                FEW + " videos: " + Figure.number(few.p99(), "ms"),
                many.p99() / few.p99(),
                goal + ", at most 3 x"));
        add(new Figure(
                "The same: median",
                Figure.number(many.median(), "ms"),
                FEW + " videos: " + Figure.number(few.median(), "ms"),
                many.median() / few.median(),
                "at most 3 x"));
    }

    /** As PeerTube was measured: the first page, which everybody asks for; then pages as people turn them. */
    private void list() throws IOException {
        String first = bench.platform().address() + "/api/v1/videos";
        list("the first page", first, PEERTUBE_CONNECTIONS);
        Path pages = Files.writeString(bench.folder().resolve("lists.lua"), """
                math.randomseed(42)
                local sorts = { "-publishedAt", "-trending", "-views" }
                function request()
                  return wrk.format("GET", "/api/v1/videos?start=" .. 15 * math.random(0, 20)
                    .. "&sort=" .. sorts[math.random(1, 3)] .. "&categoryOneOf=" .. math.random(1, 18))
                end
                """);
        list("each another", bench.platform().address().toString(), CONNECTIONS, "-s", pages.toString());
    }

    private void list(String which, String address, int connections, String... options) throws IOException {
        Wrk.load(address, connections, LIST_SECONDS, options);
        double before = allCpu();
        Wrk asked = Wrk.load(address, connections, LIST_SECONDS, options);
        double milliseconds = (allCpu() - before) * 1000 / asked.requests();
        add(new Figure(
                "GET /api/v1/videos, 15 of " + MANY + ", " + which
                        + ": CPU per request, with services and Elasticsearch",
                Figure.number(milliseconds, "ms") + ", " + Figure.number(asked.requestsPerSecond(), "requests/s"),
                "PeerTube 6.3, the first page: " + Figure.number(PEERTUBE_LIST_MILLISECONDS, "ms"),
                milliseconds / PEERTUBE_LIST_MILLISECONDS,
                "at most 0.33"));
    }

    /** Shown at once, as the whole takes long. */
    private void add(Figure figure) {
        System.out.println(figure.toRow());
        figures.add(figure);
    }

    private double allCpu() {
        return Cpu.seconds(bench.platform().all().stream()
                .flatMap(server -> server.pids().stream())
                .toList());
    }

    private void untilIndexed(int count) {
        long end = System.nanoTime() + LIMIT.toNanos();
        long told = System.nanoTime();
        for (long there = indexed(); there < count; there = indexed()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + there + " of " + count + " videos came into the index");
            }
            if (System.nanoTime() - told > Duration.ofSeconds(15).toNanos()) {
                told = System.nanoTime();
                System.out.println(there + " of " + count + " videos are in the index");
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    /** After so many at once the index is made smaller for minutes, by a whole processor of the two. */
    private void untilMerged() {
        long end = System.nanoTime() + LIMIT.toNanos();
        long quiet = System.nanoTime();
        while (System.nanoTime() - quiet < QUIET.toNanos()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Elasticsearch does not come to rest");
            }
            if (get(engine("/_stats/merge")).at("/_all/total/merges/current").asLong() > 0) {
                quiet = System.nanoTime();
            }
            LockSupport.parkNanos(Duration.ofMillis(250).toNanos());
        }
    }

    private long indexed() {
        return get(engine("/vireo-video/_count?ignore_unavailable=true"))
                .path("count")
                .asLong();
    }

    private URI platform(String path) {
        return bench.platform().address().resolve(path);
    }

    private URI engine(String path) {
        return URI.create(bench.platform().elasticsearch().address() + path);
    }

    private JsonNode get(URI address) {
        return send(HttpRequest.newBuilder(address).build());
    }

    private JsonNode post(URI address, String body) {
        return send(HttpRequest.newBuilder(address)
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build());
    }

    private JsonNode send(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != 200) {
                throw new IllegalStateException(request + " answered " + answer.statusCode());
            }
            return JSON.readTree(answer.body());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
