package dev.vireo.gateway.rpc;

import dev.vireo.contracts.catalog.v1.CaptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.ChannelServiceGrpc;
import dev.vireo.contracts.catalog.v1.SubscriptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.VideoPlaylistServiceGrpc;
import dev.vireo.contracts.search.v1.DiscoverServiceGrpc;
import dev.vireo.contracts.search.v1.GlobalSearchServiceGrpc;
import dev.vireo.contracts.search.v1.PlaylistSearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.swarm.v1.ContentDenialServiceGrpc;
import dev.vireo.contracts.swarm.v1.SeedingPolicyServiceGrpc;
import dev.vireo.contracts.swarm.v1.SwarmServiceGrpc;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc;
import io.grpc.Channel;
import io.grpc.HandlerRegistry;
import io.grpc.MethodDescriptor;
import io.grpc.ServerMethodDefinition;
import io.grpc.ServerServiceDefinition;
import io.grpc.ServiceDescriptor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The services that outsiders may call, each with the one that answers it; any other method is unknown. */
final class AllowedGrpcClient extends HandlerRegistry {
    /** Opened by a secret that stands in addresses of feeds: the gateway alone asks, for what the feeds show. */
    private static final Set<String> WITHHELD =
            Set.of(SubscriptionServiceGrpc.getListFeedChannelsMethod().getFullMethodName());

    /** One service and who answers it. */
    record Allowed(ServiceDescriptor service, Channel upstream) {}

    private final Map<String, Allowed> allowed;
    private final RpcProperties limits;

    AllowedGrpcClient(List<Allowed> allowed, RpcProperties limits) {
        this.allowed = allowed.stream()
                .collect(Collectors.toUnmodifiableMap(one -> one.service().getName(), one -> one));
        this.limits = limits;
    }

    /** What outsiders may call. Growing playlists are not among it: their service trusts the gateway to have checked. */
    static AllowedGrpcClient of(
            Channel upload, Channel transcode, Channel search, Channel seeder, RpcProperties limits) {
        return new AllowedGrpcClient(
                List.of(
                        new Allowed(CatalogServiceGrpc.getServiceDescriptor(), upload),
                        new Allowed(CaptionServiceGrpc.getServiceDescriptor(), upload),
                        new Allowed(ChannelServiceGrpc.getServiceDescriptor(), upload),
                        new Allowed(SubscriptionServiceGrpc.getServiceDescriptor(), upload),
                        new Allowed(VideoPlaylistServiceGrpc.getServiceDescriptor(), upload),
                        new Allowed(UploadServiceGrpc.getServiceDescriptor(), upload),
                        new Allowed(JobServiceGrpc.getServiceDescriptor(), transcode),
                        new Allowed(SearchServiceGrpc.getServiceDescriptor(), search),
                        new Allowed(DiscoverServiceGrpc.getServiceDescriptor(), search),
                        new Allowed(GlobalSearchServiceGrpc.getServiceDescriptor(), search),
                        new Allowed(PlaylistSearchServiceGrpc.getServiceDescriptor(), search),
                        new Allowed(SuggestServiceGrpc.getServiceDescriptor(), search),
                        new Allowed(SwarmServiceGrpc.getServiceDescriptor(), seeder),
                        new Allowed(SeedingPolicyServiceGrpc.getServiceDescriptor(), seeder),
                        new Allowed(ContentDenialServiceGrpc.getServiceDescriptor(), seeder)),
                limits);
    }

    /** A method that a newer service has and our contracts do not know is forwarded too, as a stream. */
    @Override
    public @Nullable ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
        Allowed found = allowed.get(String.valueOf(MethodDescriptor.extractFullServiceName(method)));
        return found == null || WITHHELD.contains(method)
                ? null
                : forward(found, method, type(found.service(), method));
    }

    /** For reflection. */
    @Override
    public List<ServerServiceDefinition> getServices() {
        return allowed.values().stream().map(this::definition).toList();
    }

    private ServerServiceDefinition definition(Allowed one) {
        var descriptor = ServiceDescriptor.newBuilder(one.service().getName())
                .setSchemaDescriptor(one.service().getSchemaDescriptor());
        List<ServerMethodDefinition<byte[], byte[]>> methods = one.service().getMethods().stream()
                .filter(method -> !WITHHELD.contains(method.getFullMethodName()))
                .map(method -> forward(one, method.getFullMethodName(), method.getType()))
                .toList();
        methods.forEach(method -> descriptor.addMethod(method.getMethodDescriptor()));
        var definition = ServerServiceDefinition.builder(descriptor.build());
        methods.forEach(definition::addMethod);
        return definition.build();
    }

    private ServerMethodDefinition<byte[], byte[]> forward(
            Allowed to, String method, MethodDescriptor.MethodType type) {
        MethodDescriptor<byte[], byte[]> bytes = MethodDescriptor.<byte[], byte[]>newBuilder()
                .setType(type)
                .setFullMethodName(method)
                .setRequestMarshaller(Bytes.INSTANCE)
                .setResponseMarshaller(Bytes.INSTANCE)
                .build();
        return ServerMethodDefinition.create(
                bytes,
                new ForwardGrpcClient(
                        to.upstream(),
                        bytes,
                        type == MethodDescriptor.MethodType.UNARY ? limits.unaryDeadline() : limits.streamDeadline()));
    }

    private static MethodDescriptor.MethodType type(ServiceDescriptor service, String method) {
        return service.getMethods().stream()
                .filter(known -> known.getFullMethodName().equals(method))
                .map(MethodDescriptor::getType)
                .findFirst()
                .orElse(MethodDescriptor.MethodType.BIDI_STREAMING);
    }

    /** Messages as they are. */
    private enum Bytes implements MethodDescriptor.Marshaller<byte[]> {
        INSTANCE;

        @Override
        public InputStream stream(byte[] message) {
            return new ByteArrayInputStream(message);
        }

        @Override
        public byte[] parse(InputStream message) {
            try {
                return message.readAllBytes();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
