package dev.vireo.upload;

import dev.vireo.contracts.catalog.v1.CaptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.CaptionServiceGrpc.CaptionServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.ChannelServiceGrpc;
import dev.vireo.contracts.catalog.v1.ChannelServiceGrpc.ChannelServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.SubscriptionServiceGrpc;
import dev.vireo.contracts.catalog.v1.SubscriptionServiceGrpc.SubscriptionServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.VideoPlaylistServiceGrpc;
import dev.vireo.contracts.catalog.v1.VideoPlaylistServiceGrpc.VideoPlaylistServiceBlockingStub;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc.UploadServiceBlockingStub;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc.UploadServiceStub;
import dev.vireo.kit.grpc.GrpcErrors;
import dev.vireo.kit.grpc.GrpcKeys;
import io.grpc.ClientInterceptor;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.stub.MetadataUtils;

/** Calls the service as the gateway does, for one caller at one instance. */
public final class GrpcTestClient {
    private final ManagedChannel channel;
    private final ClientInterceptor headers;

    /** An empty token makes an anonymous caller. */
    public GrpcTestClient(ManagedChannel channel, String instance, String token) {
        this.channel = channel;
        Metadata metadata = new Metadata();
        metadata.put(GrpcKeys.INSTANCE, instance);
        if (!token.isEmpty()) {
            metadata.put(GrpcKeys.AUTHORIZATION, "Bearer " + token);
        }
        this.headers = MetadataUtils.newAttachHeadersInterceptor(metadata);
    }

    /** Videos. */
    public CatalogServiceBlockingStub catalog() {
        return CatalogServiceGrpc.newBlockingStub(channel).withInterceptors(headers);
    }

    /** Captions of videos. */
    public CaptionServiceBlockingStub captions() {
        return CaptionServiceGrpc.newBlockingStub(channel).withInterceptors(headers);
    }

    /** Channels and accounts. */
    public ChannelServiceBlockingStub channels() {
        return ChannelServiceGrpc.newBlockingStub(channel).withInterceptors(headers);
    }

    /** What the caller follows. */
    public SubscriptionServiceBlockingStub subscriptions() {
        return SubscriptionServiceGrpc.newBlockingStub(channel).withInterceptors(headers);
    }

    /** Playlists of videos. */
    public VideoPlaylistServiceBlockingStub playlists() {
        return VideoPlaylistServiceGrpc.newBlockingStub(channel).withInterceptors(headers);
    }

    /** Uploads. */
    public UploadServiceBlockingStub uploads() {
        return UploadServiceGrpc.newBlockingStub(channel).withInterceptors(headers);
    }

    /** Uploads, streaming. */
    public UploadServiceStub streaming() {
        return UploadServiceGrpc.newStub(channel).withInterceptors(headers);
    }

    /** The status that a call ends with, OK when it succeeds. */
    public static Status.Code statusOf(Runnable call) {
        try {
            call.run();
            return Status.Code.OK;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode();
        }
    }

    /** The stable code that a refused call carries. */
    public static String codeOf(Runnable call) {
        try {
            call.run();
            return "";
        } catch (StatusRuntimeException refused) {
            return GrpcErrors.code(refused).orElse("none");
        }
    }
}
