package dev.vireo.gateway.rpc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc.CatalogServiceBlockingStub;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.ListFeedChannelsRequest;
import dev.vireo.contracts.catalog.v1.SubscriptionServiceGrpc;
import dev.vireo.contracts.search.v1.SearchServiceGrpc;
import dev.vireo.contracts.search.v1.SearchVideosRequest;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.transcode.v1.GetProgressPlaylistRequest;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc;
import dev.vireo.contracts.transcode.v1.PlaylistServiceGrpc;
import dev.vireo.contracts.transcode.v1.WatchProgressRequest;
import dev.vireo.contracts.transcode.v1.WatchProgressResponse;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc;
import dev.vireo.contracts.upload.v1.WriteUploadRequest;
import dev.vireo.contracts.upload.v1.WriteUploadResponse;
import dev.vireo.gateway.GatewayUnderTest;
import dev.vireo.gateway.UpstreamFixture;
import dev.vireo.kit.grpc.GrpcErrors;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.health.v1.HealthCheckRequest;
import io.grpc.health.v1.HealthCheckResponse;
import io.grpc.health.v1.HealthGrpc;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.reflection.v1.ServerReflectionGrpc;
import io.grpc.reflection.v1.ServerReflectionRequest;
import io.grpc.reflection.v1.ServerReflectionResponse;
import io.grpc.reflection.v1.ServiceResponse;
import io.grpc.stub.ClientCallStreamObserver;
import io.grpc.stub.ClientResponseObserver;
import io.grpc.stub.MetadataUtils;
import io.grpc.stub.StreamObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

final class DoorIT {
    private static final GatewayUnderTest GATEWAY = GatewayUnderTest.shared();
    private static final ManagedChannel CHANNEL = NettyChannelBuilder.forAddress("localhost", GATEWAY.grpcPort())
            .usePlaintext()
            .build();
    private static final String VIDEO = UpstreamFixture.PUBLIC.toString();

    @AfterAll
    static void close() {
        CHANNEL.shutdownNow();
    }

    private static Channel with(String... metadata) {
        Metadata headers = new Metadata();
        for (int at = 0; at < metadata.length; at += 2) {
            headers.put(Metadata.Key.of(metadata[at], Metadata.ASCII_STRING_MARSHALLER), metadata[at + 1]);
        }
        return ClientInterceptors.intercept(CHANNEL, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static CatalogServiceBlockingStub catalog(Channel channel) {
        return CatalogServiceGrpc.newBlockingStub(channel);
    }

    private static GetVideoRequest asked(String id) {
        return GetVideoRequest.newBuilder().setId(id).build();
    }

    @Test
    void findsTheInstanceByTheHostThatWasDialled() {
        assertThat(catalog(CHANNEL).getVideo(asked(VIDEO)).getVideo().getName()).isEqualTo("A film");
    }

    @Test
    void forwardsSearches() {
        var found = SearchServiceGrpc.newBlockingStub(CHANNEL)
                .searchVideos(SearchVideosRequest.newBuilder().setSearch("film").build());
        assertThat(found.getVideos(0).getHighlightedName()).isEqualTo("A <em>film</em>");
    }

    @Test
    void passesOnlyTheMetadataThatServicesMayHear() {
        String trace = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
        String token = GATEWAY.bearer("alice");
        GATEWAY.services.heard.clear();
        catalog(with(
                        "vireo-instance",
                        "main",
                        "vireo-subject",
                        "root",
                        "x-any",
                        "1",
                        "authorization",
                        token,
                        "traceparent",
                        trace))
                .getVideo(asked(VIDEO));
        Metadata heard = GATEWAY.services.heard.remove();
        assertThat(heard.keys()).doesNotContain("vireo-subject", "x-any", "traceparent");
        assertThat(value(heard, "vireo-instance")).isEqualTo("main");
        assertThat(value(heard, "authorization")).isEqualTo(token);
    }

    private static String value(Metadata metadata, String key) {
        return String.valueOf(metadata.get(Metadata.Key.of(key, Metadata.ASCII_STRING_MARSHALLER)));
    }

    @Test
    void refusesTokensOfAnotherInstanceAndUnknownInstances() {
        assertStatus(
                Status.Code.UNAUTHENTICATED,
                () -> catalog(with("vireo-instance", "second", "authorization", GATEWAY.bearer("alice")))
                        .getVideo(asked(VIDEO)));
        assertStatus(
                Status.Code.NOT_FOUND,
                () -> catalog(with("vireo-instance", "third")).getVideo(asked(VIDEO)));
    }

    @Test
    void keepsTheStatusAndSentenceOfTheService() {
        assertThatThrownBy(() -> catalog(CHANNEL).getVideo(asked(UpstreamFixture.PRIVATE.toString())))
                .isInstanceOf(StatusRuntimeException.class)
                .hasMessage("NOT_FOUND: There is no such video here.");
    }

    @Test
    void doesNotForwardWhatTheGatewayAloneMayAsk() {
        assertStatus(
                Status.Code.UNIMPLEMENTED,
                () -> SubscriptionServiceGrpc.newBlockingStub(CHANNEL)
                        .listFeedChannels(ListFeedChannelsRequest.getDefaultInstance()));
    }

    @Test
    void doesNotForwardInternalServices() {
        assertStatus(
                Status.Code.UNIMPLEMENTED,
                () -> PlaylistServiceGrpc.newBlockingStub(CHANNEL)
                        .getProgressPlaylist(GetProgressPlaylistRequest.getDefaultInstance()));
    }

    @Test
    void refusesMessagesOverTheLimit() {
        assertStatus(
                Status.Code.RESOURCE_EXHAUSTED, () -> catalog(CHANNEL).getVideo(asked("x".repeat(3 * 1024 * 1024))));
    }

    @Test
    void streamsProgress() {
        List<WatchProgressResponse> seen = new ArrayList<>();
        JobServiceGrpc.newBlockingStub(with("authorization", GATEWAY.bearer("alice")))
                .watchProgress(
                        WatchProgressRequest.newBuilder().setVideoId(VIDEO).build())
                .forEachRemaining(seen::add);
        assertThat(seen).hasSize(3);
    }

    @Test
    void streamsAnUploadAsFastAsTheServiceTakesIt() throws Exception {
        int messages = 200;
        CompletableFuture<WriteUploadResponse> answer = new CompletableFuture<>();
        UploadServiceGrpc.newStub(with("authorization", GATEWAY.bearer("alice")))
                .writeUpload(new Sender(messages, answer));
        assertThat(answer.get(60, TimeUnit.SECONDS).getUpload().getOffset()).isEqualTo(messages * 1_000_000L);
    }

    /** Sends when there is room, as a well-behaved client does. */
    private static final class Sender implements ClientResponseObserver<WriteUploadRequest, WriteUploadResponse> {
        private static final WriteUploadRequest PART = WriteUploadRequest.newBuilder()
                .setData(ByteString.copyFrom(new byte[1_000_000]))
                .build();
        private final CompletableFuture<WriteUploadResponse> answer;
        private int left;

        Sender(int messages, CompletableFuture<WriteUploadResponse> answer) {
            this.left = messages;
            this.answer = answer;
        }

        @Override
        public void beforeStart(ClientCallStreamObserver<WriteUploadRequest> call) {
            call.setOnReadyHandler(() -> {
                while (left > 0 && call.isReady()) {
                    call.onNext(PART);
                    if (--left == 0) {
                        call.onCompleted();
                    }
                }
            });
        }

        @Override
        public void onNext(WriteUploadResponse response) {
            answer.complete(response);
        }

        @Override
        public void onError(Throwable failure) {
            answer.completeExceptionally(failure);
        }

        @Override
        public void onCompleted() {
            answer.completeExceptionally(new IllegalStateException("ended without an answer"));
        }
    }

    @Test
    void tellsWhatItOffersAndThatItIsWell() throws Exception {
        CompletableFuture<List<String>> names = new CompletableFuture<>();
        StreamObserver<ServerReflectionRequest> questions = ServerReflectionGrpc.newStub(CHANNEL)
                .serverReflectionInfo(new StreamObserver<>() {
                    @Override
                    public void onNext(ServerReflectionResponse response) {
                        names.complete(response.getListServicesResponse().getServiceList().stream()
                                .map(ServiceResponse::getName)
                                .toList());
                    }

                    @Override
                    public void onError(Throwable failure) {
                        names.completeExceptionally(failure);
                    }

                    @Override
                    public void onCompleted() {
                        names.cancel(false);
                    }
                });
        questions.onNext(
                ServerReflectionRequest.newBuilder().setListServices("*").build());
        assertThat(names.get(10, TimeUnit.SECONDS))
                .contains(
                        CatalogServiceGrpc.SERVICE_NAME,
                        UploadServiceGrpc.SERVICE_NAME,
                        JobServiceGrpc.SERVICE_NAME,
                        SearchServiceGrpc.SERVICE_NAME,
                        SuggestServiceGrpc.SERVICE_NAME)
                .doesNotContain(PlaylistServiceGrpc.SERVICE_NAME);
        questions.onCompleted();
        assertThat(HealthGrpc.newBlockingStub(CHANNEL)
                        .check(HealthCheckRequest.getDefaultInstance())
                        .getStatus())
                .isEqualTo(HealthCheckResponse.ServingStatus.SERVING);
    }

    private static void assertStatus(Status.Code code, Runnable call) {
        assertThatThrownBy(call::run)
                .isInstanceOfSatisfying(
                        StatusRuntimeException.class,
                        refused -> assertThat(refused.getStatus().getCode())
                                .as("%s %s", refused, GrpcErrors.code(refused))
                                .isEqualTo(code));
    }
}
