package dev.vireo.e2e;

import com.google.protobuf.DynamicMessage;
import com.google.protobuf.TextFormat;
import dev.vireo.contracts.transcode.v1.GetProgressRequest;
import dev.vireo.contracts.transcode.v1.JobServiceGrpc;
import dev.vireo.local.Platform;
import dev.vireo.local.PortName;
import dev.vireo.testkit.Eventually;
import io.grpc.CallOptions;
import io.grpc.Channel;
import io.grpc.ClientInterceptors;
import io.grpc.ManagedChannel;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Status;
import io.grpc.StatusRuntimeException;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.protobuf.ProtoUtils;
import io.grpc.stub.ClientCalls;
import io.grpc.stub.MetadataUtils;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nor does the public gRPC door tell of what is not for the caller: each answer is the same, to the letter, when it is gone. */
final class HostileDoorIT {
    private static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /** An element says that there is no video any more, or one that is not for the caller: players say which. */
    private static final String HIDDEN_ELEMENT = "ELEMENT_SIGHT_(DELETED|PRIVATE|UNAVAILABLE)";

    /** Other stories' videos are watched, and that is counted later. */
    private static final String VIEWS = " views: [0-9]+";

    /** Nobody's fault but the platform's. */
    private static final Set<Status.Code> BROKEN = Set.of(
            Status.Code.UNKNOWN,
            Status.Code.INTERNAL,
            Status.Code.UNAVAILABLE,
            Status.Code.DEADLINE_EXCEEDED,
            Status.Code.UNIMPLEMENTED);

    private final Platform platform = RunningPlatform.get();
    private final URI main = platform.address();
    private final URI second = Plants.second(platform);
    private ManagedChannel door;

    @BeforeEach
    void connect() {
        door = NettyChannelBuilder.forAddress("127.0.0.1", platform.port(PortName.GRPC))
                .overrideAuthority(main.getAuthority())
                .usePlaintext()
                .build();
    }

    @AfterEach
    void hangUp() {
        door.shutdownNow();
    }

    @Test
    void nothingTellsOfWhatIsHidden() throws Exception {
        Plants plants = new Plants(platform);
        Planted open = plants.video("1");
        Planted unlisted = plants.video("2");
        Planted secret = plants.video("3");
        Planted internal = plants.video("4");
        Planted foreignSecret = plants.videoThere("3");
        Planted openList = plants.playlist("1", secret, internal, open);
        Planted unlistedList = plants.playlist("2", open);
        Planted secretList = plants.playlist("3", open);
        List<HostileCaller> strangers = List.of(
                HostileCaller.stranger(main, unlisted, secret, internal, unlistedList, secretList, foreignSecret),
                HostileCaller.stranger(
                        second, unlisted, secret, internal, open, unlistedList, secretList, openList, foreignSecret),
                HostileCaller.user(
                        second, unlisted, secret, internal, open, unlistedList, secretList, openList, foreignSecret));
        List<HostileCaller> others = List.of(
                HostileCaller.user(main, unlisted, secret, unlistedList, secretList),
                HostileCaller.administrator(second, unlisted, secret, open, unlistedList, secretList, openList));
        var questions =
                questions(List.of(open, unlisted, secret, internal, foreignSecret, openList, unlistedList, secretList));

        strangers.forEach(questions::ask);
        // These may see them.
        Plants.remove(internal, foreignSecret);
        untilForgotten(internal);
        untilForgotten(foreignSecret);
        others.forEach(questions::ask);
        Plants.remove(unlisted, secret, unlistedList, secretList);

        strangers.forEach(questions::askAgain);
        others.forEach(questions::askAgain);
        Plants.remove(open, openList);
    }

    /** The transcoding of a video goes as soon as it is heard that the video is gone; until then its owner may see it. */
    private void untilForgotten(Planted video) {
        Eventually.holds("its transcoding is forgotten", () -> !hasTranscoding(video));
    }

    private boolean hasTranscoding(Planted video) {
        try {
            ClientCalls.blockingUnaryCall(
                    as(video.owner()),
                    JobServiceGrpc.getGetProgressMethod(),
                    CallOptions.DEFAULT.withAuthority(video.owner().instance().getAuthority()),
                    GetProgressRequest.newBuilder().setVideoId(video.id()).build());
            return true;
        } catch (StatusRuntimeException refused) {
            return refused.getStatus().getCode() != Status.Code.NOT_FOUND;
        }
    }

    private HostileQuestions<DoorQuestions.Question> questions(List<Planted> planted) throws Exception {
        List<String> spoken =
                planted.stream().filter(Planted::isVideo).map(Planted::spoken).toList();
        return new HostileQuestions<>(
                new DoorQuestions(HostileValues.ofDoor(main, second, planted), spoken)
                        .all(new DoorReflection(door).methods()),
                this::asked,
                DoorQuestions.Question::mayTellOf);
    }

    private HostileQuestions.Told asked(DoorQuestions.Question question, Person person) {
        try {
            DynamicMessage answer = ClientCalls.blockingUnaryCall(
                    as(person),
                    method(question),
                    CallOptions.DEFAULT
                            .withAuthority(person.instance().getAuthority())
                            .withDeadlineAfter(1, TimeUnit.MINUTES),
                    question.message());
            String text = TextFormat.printer().emittingSingleLine(true).printToString(answer);
            return new HostileQuestions.Told(
                    text.replaceAll(HIDDEN_ELEMENT, "hidden").replaceAll(VIEWS, ""), false);
        } catch (StatusRuntimeException refused) {
            // A sentence may repeat what was asked, and whoever asked knows that.
            String text = refused.getStatus() + " " + refused.getTrailers();
            for (Object value : question.message().getAllFields().values()) {
                text = text.replace("'" + value + "'", "");
            }
            return new HostileQuestions.Told(
                    text, BROKEN.contains(refused.getStatus().getCode()));
        }
    }

    private Channel as(Person person) {
        if (person.isAnonymous()) {
            return door;
        }
        Metadata headers = new Metadata();
        headers.put(AUTHORIZATION, "Bearer " + person.token());
        return ClientInterceptors.intercept(door, MetadataUtils.newAttachHeadersInterceptor(headers));
    }

    private static MethodDescriptor<DynamicMessage, DynamicMessage> method(DoorQuestions.Question question) {
        var method = question.method();
        return MethodDescriptor.<DynamicMessage, DynamicMessage>newBuilder()
                .setType(MethodDescriptor.MethodType.UNARY)
                .setFullMethodName(method.getService().getFullName() + "/" + method.getName())
                .setRequestMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getInputType())))
                .setResponseMarshaller(ProtoUtils.marshaller(DynamicMessage.getDefaultInstance(method.getOutputType())))
                .build();
    }
}
