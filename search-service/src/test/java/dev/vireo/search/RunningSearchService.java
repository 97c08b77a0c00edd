package dev.vireo.search;

import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchServiceGrpc.SearchServiceBlockingStub;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc.SuggestServiceBlockingStub;
import dev.vireo.kit.grpc.GrpcKeys;
import dev.vireo.kit.grpc.GrpcServer;
import dev.vireo.testkit.RealServers;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.AbstractStub;
import io.grpc.stub.MetadataUtils;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The whole service in this JVM, on real servers, with indexes of its own. */
public final class RunningSearchService implements AutoCloseable {
    private final ConfigurableApplicationContext context;
    private final ManagedChannel channel;

    private RunningSearchService(ConfigurableApplicationContext context) {
        this.context = context;
        this.channel = NettyChannelBuilder.forAddress(
                        "127.0.0.1", context.getBean(GrpcServer.class).port())
                .usePlaintext()
                .build();
    }

    /** Starts one, with these settings over the usual ones. */
    public static RunningSearchService start(Map<String, String> special) {
        RealServers.kafka().createTopic("video.v1", 2);
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("server.port", "0");
        settings.put("vireo.grpc.port", "0");
        settings.put("vireo.kafka.bootstrap-servers", RealServers.kafka().bootstrapServers());
        settings.put("vireo.index.address", RealServers.elasticsearch().address());
        settings.put("vireo.index.prefix", "t" + UUID.randomUUID().toString().substring(0, 8));
        int index = 0;
        for (String realm : List.of("main", "second")) {
            String prefix = "vireo.instances[" + index++ + "].";
            settings.put(prefix + "id", realm);
            settings.put(prefix + "domain", realm + ".example");
            settings.put(prefix + "issuer", RealServers.keycloak().issuer(realm));
            settings.put(prefix + "jwk-set-uri", RealServers.keycloak().jwkSetUri(realm));
        }
        settings.putAll(special);
        RunningSearchService service =
                new RunningSearchService(new SpringApplicationBuilder(SearchServiceApplication.class)
                        .registerShutdownHook(false)
                        .run(settings.entrySet().stream()
                                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                                .toArray(String[]::new)));
        Eventually.holds("the index is there", service::answers);
        return service;
    }

    private boolean answers() {
        try {
            return at("main")
                            .searchVideos(SearchVideosRequest.getDefaultInstance())
                            .getTotal()
                    >= 0;
        } catch (StatusRuntimeException notYet) {
            return false;
        }
    }

    /** An anonymous caller at the instance. */
    public SearchServiceBlockingStub at(String instance) {
        return at(instance, SearchServiceGrpc.newBlockingStub(channel));
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

    @Override
    public void close() {
        channel.shutdownNow();
        context.close();
    }
}
