package dev.vireo.gateway;

import dev.vireo.contracts.catalog.v1.CatalogServiceGrpc;
import dev.vireo.contracts.catalog.v1.DeleteVideoRequest;
import dev.vireo.contracts.catalog.v1.DeleteVideoResponse;
import dev.vireo.contracts.catalog.v1.GetVideoRequest;
import dev.vireo.contracts.catalog.v1.GetVideoResponse;
import dev.vireo.contracts.catalog.v1.ListVideosRequest;
import dev.vireo.contracts.catalog.v1.ListVideosResponse;
import dev.vireo.contracts.catalog.v1.RequestTranscodeRequest;
import dev.vireo.contracts.catalog.v1.RequestTranscodeResponse;
import dev.vireo.contracts.catalog.v1.UpdateVideoRequest;
import dev.vireo.contracts.catalog.v1.UpdateVideoResponse;
import dev.vireo.contracts.transcode.v1.GetProgressPlaylistRequest;
import dev.vireo.contracts.transcode.v1.GetProgressPlaylistResponse;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc;
import dev.vireo.contracts.transcode.v1.JobState;
import dev.vireo.contracts.transcode.v1.PlaylistServiceGrpc;
import dev.vireo.contracts.transcode.v1.Progress;
import dev.vireo.contracts.transcode.v1.WatchProgressRequest;
import dev.vireo.contracts.transcode.v1.WatchProgressResponse;
import dev.vireo.contracts.upload.v1.Upload;
import dev.vireo.contracts.upload.v1.UploadServiceGrpc;
import dev.vireo.contracts.upload.v1.WriteUploadRequest;
import dev.vireo.contracts.upload.v1.WriteUploadResponse;
import dev.vireo.kit.ShortUuid;
import io.grpc.BindableService;
import io.grpc.Context;
import io.grpc.Contexts;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.ServerInterceptor;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Stands for upload-service, transcode-service, search-service and seeder-service in the gateway's tests: real gRPC, fixed data. */
public final class UpstreamGrpcService implements ServerInterceptor {
    private static final Context.Key<Metadata> HEADERS = Context.key("headers");
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);
    private static final Metadata.Key<String> INSTANCE =
            Metadata.Key.of("vireo-instance", Metadata.ASCII_STRING_MARSHALLER);
    private static final List<UUID> VIDEOS =
            List.of(UpstreamFixture.PUBLIC, UpstreamFixture.PRIVATE, UpstreamFixture.GROWING, UpstreamFixture.FAILED);

    /** Metadata of each call, newest last. */
    public final ConcurrentLinkedQueue<Metadata> heard = new ConcurrentLinkedQueue<>();
    /** Every change that was asked for. */
    public final ConcurrentLinkedQueue<UpdateVideoRequest> changes = new ConcurrentLinkedQueue<>();
    /** How often a video was asked for. */
    public final AtomicInteger videoQuestions = new AtomicInteger();
    /** Videos that are gone. */
    public final Set<String> deleted = ConcurrentHashMap.newKeySet();

    /** Changes of captions. */
    public final UpstreamCaptionGrpcService captions = new UpstreamCaptionGrpcService();

    /** What is followed. */
    public final UpstreamSubscriptionGrpcService subscriptions = new UpstreamSubscriptionGrpcService();

    /** Playlists of videos. */
    public final UpstreamPlaylistGrpcService playlists = new UpstreamPlaylistGrpcService();

    /** Lists and searches. */
    public final UpstreamSearchGrpcService search = new UpstreamSearchGrpcService();

    /** Discovery. */
    public final UpstreamDiscoverGrpcService discover = new UpstreamDiscoverGrpcService();

    /** Searches of playlists. */
    public final UpstreamPlaylistSearchGrpcService playlistSearch = new UpstreamPlaylistSearchGrpcService();

    /** The search over all instances. */
    public final UpstreamGlobalSearchGrpcService everywhere = new UpstreamGlobalSearchGrpcService();

    /** Torrents. */
    public final UpstreamSwarmGrpcService swarm = new UpstreamSwarmGrpcService();

    /** All services of the four. */
    public List<BindableService> services() {
        return List.of(
                new Catalog(),
                new UpstreamChannelGrpcService(),
                new Jobs(),
                new Playlists(),
                new Uploads(),
                captions,
                subscriptions,
                playlists,
                search,
                discover,
                everywhere,
                playlistSearch,
                new UpstreamSuggestGrpcService(),
                swarm);
    }

    @Override
    public <Q, A> ServerCall.Listener<Q> interceptCall(
            ServerCall<Q, A> call, Metadata headers, ServerCallHandler<Q, A> next) {
        heard.add(headers);
        return Contexts.interceptCall(Context.current().withValue(HEADERS, headers), call, headers, next);
    }

    static boolean signedIn() {
        return HEADERS.get().containsKey(AUTHORIZATION);
    }

    private boolean visible(UUID id) {
        return VIDEOS.contains(id)
                && !deleted.contains(id.toString())
                && "main".equals(HEADERS.get().get(INSTANCE))
                && (signedIn() || !id.equals(UpstreamFixture.PRIVATE));
    }

    static <A> void reply(StreamObserver<A> to, A answer) {
        to.onNext(answer);
        to.onCompleted();
    }

    static void refuse(StreamObserver<?> to, Status status) {
        to.onError(status.asRuntimeException());
    }

    private final class Catalog extends CatalogServiceGrpc.CatalogServiceImplBase {
        private @Nullable UUID find(String id, StreamObserver<?> to) {
            @Nullable UUID uuid = ShortUuid.parse(id).orElse(null);
            if (uuid == null || !visible(uuid)) {
                refuse(to, Status.NOT_FOUND.withDescription("There is no such video here."));
                return null;
            }
            return uuid;
        }

        @Override
        public void getVideo(GetVideoRequest request, StreamObserver<GetVideoResponse> to) {
            videoQuestions.incrementAndGet();
            @Nullable UUID id = find(request.getId(), to);
            if (id != null) {
                reply(
                        to,
                        GetVideoResponse.newBuilder()
                                .setVideo(UpstreamFixture.video(id))
                                .setMayEdit(signedIn())
                                .build());
            }
        }

        @Override
        public void updateVideo(UpdateVideoRequest request, StreamObserver<UpdateVideoResponse> to) {
            changes.add(request);
            @Nullable UUID id = find(request.getId(), to);
            if (id == null) {
                return;
            }
            if (request.hasRevision() && request.getRevision() != 7) {
                refuse(to, Status.ABORTED.withDescription("Somebody changed it meanwhile: read it again."));
                return;
            }
            reply(
                    to,
                    UpdateVideoResponse.newBuilder()
                            .setVideo(UpstreamFixture.video(id).toBuilder().setRevision(8))
                            .build());
        }

        @Override
        public void deleteVideo(DeleteVideoRequest request, StreamObserver<DeleteVideoResponse> to) {
            if (find(request.getId(), to) != null) {
                reply(to, DeleteVideoResponse.getDefaultInstance());
            }
        }

        @Override
        public void requestTranscode(RequestTranscodeRequest request, StreamObserver<RequestTranscodeResponse> to) {
            @Nullable UUID id = find(request.getId(), to);
            if (UpstreamFixture.FAILED.equals(id)) {
                reply(to, RequestTranscodeResponse.getDefaultInstance());
            } else if (id != null) {
                refuse(to, Status.FAILED_PRECONDITION.withDescription("It is in work."));
            }
        }

        @Override
        public void listVideos(ListVideosRequest request, StreamObserver<ListVideosResponse> to) {
            ListVideosResponse.Builder answer = ListVideosResponse.newBuilder();
            VIDEOS.stream()
                    .filter(id -> request.getOwn() || !id.equals(UpstreamFixture.PRIVATE))
                    .forEach(id -> answer.addVideos(UpstreamFixture.video(id)));
            reply(to, answer.setTotal(answer.getVideosCount()).build());
        }
    }

    private static final class Jobs extends JobServiceGrpc.JobServiceImplBase {
        @Override
        public void watchProgress(WatchProgressRequest request, StreamObserver<WatchProgressResponse> to) {
            Progress.Builder progress = Progress.newBuilder().setVideoId(request.getVideoId());
            for (double fraction : new double[] {0, 0.5, 1}) {
                to.onNext(WatchProgressResponse.newBuilder()
                        .setProgress(progress.setFraction(fraction)
                                .setState(fraction == 1 ? JobState.JOB_STATE_COMPLETED : JobState.JOB_STATE_ENCODING))
                        .build());
            }
            to.onCompleted();
        }
    }

    private static final class Playlists extends PlaylistServiceGrpc.PlaylistServiceImplBase {
        @Override
        public void getProgressPlaylist(
                GetProgressPlaylistRequest request, StreamObserver<GetProgressPlaylistResponse> to) {
            reply(
                    to,
                    GetProgressPlaylistResponse.newBuilder()
                            .setPlaylist("#EXTM3U\n# " + request.getRendition() + "\n")
                            .build());
        }
    }

    private static final class Uploads extends UploadServiceGrpc.UploadServiceImplBase {
        @Override
        public StreamObserver<WriteUploadRequest> writeUpload(StreamObserver<WriteUploadResponse> to) {
            return new StreamObserver<>() {
                private long received;

                @Override
                public void onNext(WriteUploadRequest part) {
                    received += part.getData().size();
                }

                @Override
                public void onError(Throwable gone) {
                    received = 0;
                }

                @Override
                public void onCompleted() {
                    reply(
                            to,
                            WriteUploadResponse.newBuilder()
                                    .setUpload(Upload.newBuilder().setOffset(received))
                                    .build());
                }
            };
        }
    }
}
