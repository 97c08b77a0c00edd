package dev.vireo.search;

import dev.vireo.contracts.search.v1.DiscoverServiceGrpc;
import dev.vireo.contracts.search.v1.DiscoverServiceGrpc.DiscoverServiceBlockingStub;
import dev.vireo.contracts.search.v1.GlobalSearchServiceGrpc;
import dev.vireo.contracts.search.v1.GlobalSearchServiceGrpc.GlobalSearchServiceBlockingStub;
import dev.vireo.contracts.search.v1.PlaylistSearchServiceGrpc;
import dev.vireo.contracts.search.v1.PlaylistSearchServiceGrpc.PlaylistSearchServiceBlockingStub;
import dev.vireo.contracts.search.v1.SearchAdminServiceGrpc;
import dev.vireo.contracts.search.v1.SearchAdminServiceGrpc.SearchAdminServiceBlockingStub;
import dev.vireo.contracts.search.v1.SearchChannelsRequest;
import dev.vireo.contracts.search.v1.SearchPlaylistsRequest;
import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc.SuggestServiceBlockingStub;
import dev.vireo.kit.grpc.GrpcKeys;
import dev.vireo.kit.grpc.GrpcServer;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.Indexes;
import dev.vireo.testkit.Eventually;
import dev.vireo.testkit.RealServers;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.json.JsonMapper;

/** The whole service in this JVM, on real servers, with indexes of its own. */
public final class RunningSearchService implements AutoCloseable {
    /** Of each topic. */
    static final int PARTITIONS = 2;

    private final ConfigurableApplicationContext context;
    private final ManagedChannel channel;
    private final Map<String, String> settings;

    private RunningSearchService(ConfigurableApplicationContext context, Map<String, String> settings) {
        this.context = context;
        this.settings = settings;
        this.channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", context.getBean(GrpcServer.class).port())
                .usePlaintext()
                .build();
    }

    /** Starts one, with these settings over the usual ones, and waits until it answers. */
    public static RunningSearchService start(Map<String, String> special) {
        RunningSearchService service = begin(special);
        Eventually.holds("the index answers", service::answers);
        return service;
    }

    /** Starts one and does not wait. */
    public static RunningSearchService begin(Map<String, String> special) {
        List.of(
                        "video.v1",
                        "channel.v1",
                        "caption.v1",
                        "playlist.v1",
                        "remote-video.v1",
                        "remote-channel.v1",
                        "view.v1",
                        "popularity.v1",
                        "companion.v1",
                        "comment-count.v1")
                .forEach(topic -> RealServers.kafka().createTopic(topic, PARTITIONS));
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", "0");
        settings.put("vireo.grpc.port", "0");
        settings.put("vireo.kafka.bootstrap-servers", RealServers.kafka().bootstrapServers());
        settings.put("vireo.index.address", RealServers.elasticsearch().address());
        settings.put("vireo.index.prefix", "t" + UUID.randomUUID().toString().substring(0, 8));
        settings.put("vireo.suggest.age", "100ms");
        settings.put("vireo.trend.name", settings.get("vireo.index.prefix") + "-trend");
        settings.put("vireo.trend.folder", "target/trend/" + settings.get("vireo.trend.name"));
        int index = 0;
        for (String realm : List.of("main", "second")) {
            String prefix = "vireo.instances[" + index++ + "].";
            settings.put(prefix + "id", realm);
            settings.put(prefix + "domain", realm + ".example");
            settings.put(prefix + "issuer", RealServers.keycloak().issuer(realm));
            settings.put(prefix + "jwk-set-uri", RealServers.keycloak().jwkSetUri(realm));
            settings.put(prefix + "operators", String.valueOf(realm.equals("main")));
        }
        settings.putAll(special);
        return new RunningSearchService(
                new SpringApplicationBuilder(SearchServiceApplication.class)
                        .registerShutdownHook(false)
                        .run(settings.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new)),
                settings);
    }

    /** The same again, on what this one left. */
    public RunningSearchService again(Map<String, String> special) {
        Map<String, String> same = new LinkedHashMap<>(settings);
        same.putAll(special);
        return begin(same);
    }

    /** What its indexes are in. */
    public TestCluster cluster() {
        return new TestCluster(
                String.valueOf(settings.get("vireo.index.address")),
                String.valueOf(settings.get("vireo.index.prefix")));
    }

    /** Has it look after its indexes at once. */
    public void look() {
        context.getBean(Indexes.class).all().forEach(IndexLife::tick);
    }

    /** One of its parts, to be asked in this JVM with other settings than its own. */
    public <T> T part(Class<T> type) {
        return context.getBean(type);
    }

    /** Whether lists are answered now. */
    public boolean answers() {
        try {
            at("main").searchChannels(SearchChannelsRequest.getDefaultInstance());
            playlistsAt("main").searchPlaylists(SearchPlaylistsRequest.getDefaultInstance());
            at("main").searchVideos(SearchVideosRequest.getDefaultInstance());
            return true;
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    /** An anonymous caller at the instance. */
    public SearchServiceBlockingStub at(String instance) {
        return at(instance, SearchServiceGrpc.newBlockingStub(channel));
    }

    /** Somebody with an account there. */
    public SearchServiceBlockingStub as(String user, String instance) {
        return as(user, instance, SearchServiceGrpc.newBlockingStub(channel));
    }

    /** An anonymous caller at the instance who searches all. */
    public GlobalSearchServiceBlockingStub everywhereAt(String instance) {
        return at(instance, GlobalSearchServiceGrpc.newBlockingStub(channel));
    }

    /** An anonymous caller at the instance who looks for playlists. */
    public PlaylistSearchServiceBlockingStub playlistsAt(String instance) {
        return at(instance, PlaylistSearchServiceGrpc.newBlockingStub(channel));
    }

    /** Somebody with an account there who searches all. */
    public GlobalSearchServiceBlockingStub everywhereAs(String user, String instance) {
        return as(user, instance, GlobalSearchServiceGrpc.newBlockingStub(channel));
    }

    /** An anonymous caller at the instance who looks around. */
    public DiscoverServiceBlockingStub discoverAt(String instance) {
        return at(instance, DiscoverServiceGrpc.newBlockingStub(channel));
    }

    /** Somebody with an account there who looks around. */
    public DiscoverServiceBlockingStub discoverAs(String user, String instance) {
        return as(user, instance, DiscoverServiceGrpc.newBlockingStub(channel));
    }

    /** An anonymous caller at the instance who types. */
    public SuggestServiceBlockingStub suggestionsAt(String instance) {
        return at(instance, SuggestServiceGrpc.newBlockingStub(channel));
    }

    private static <S extends AbstractStub<S>> S at(String instance, S stub) {
        Metadata metadata = new Metadata();
        metadata.put(GrpcKeys.INSTANCE, instance);
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    /** Somebody of the instance {@code main} with an account, at the operators' door. */
    public SearchAdminServiceBlockingStub admin(String user) {
        return admin("main", user);
    }

    /** Somebody of an instance with an account, at the operators' door. */
    public SearchAdminServiceBlockingStub admin(String instance, String user) {
        return as(user, instance, SearchAdminServiceGrpc.newBlockingStub(channel));
    }

    private static <S extends AbstractStub<S>> S as(String user, String instance, S stub) {
        Metadata metadata = new Metadata();
        metadata.put(GrpcKeys.INSTANCE, instance);
        metadata.put(GrpcKeys.AUTHORIZATION, "Bearer " + token(user, instance));
        return stub.withInterceptors(MetadataUtils.newAttachHeadersInterceptor(metadata));
    }

    private static String token(String user, String instance) {
        return RealServers.keycloak().token(instance, user, user + "-local");
    }

    /** The subject of somebody's tokens. */
    public static String subject(String user, String instance) {
        String claims = new String(
                Base64.getUrlDecoder().decode(token(user, instance).split("\\.", -1)[1]), StandardCharsets.UTF_8);
        return JsonMapper.shared().readTree(claims).path("sub").asString();
    }

    /** What it says over HTTP, whatever the status. */
    public String get(String path) {
        String port = context.getEnvironment().getRequiredProperty("local.server.port");
        try (HttpClient http = HttpClient.newHttpClient()) {
            return http.send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .build(),
                            HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stopped);
        }
    }

    /** As Prometheus would read them. */
    public String metrics() {
        return context.getBean(PrometheusMeterRegistry.class).scrape();
    }

    /** Ends before its time. */
    public void stop() {
        channel.shutdownNow();
        context.close();
    }

    @Override
    public void close() {
        stop();
    }
}
