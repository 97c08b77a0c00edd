package dev.vireo.seeder.rpc;

import com.google.protobuf.Timestamp;
import dev.vireo.contracts.swarm.v1.AllowContentRequest;
import dev.vireo.contracts.swarm.v1.AllowContentResponse;
import dev.vireo.contracts.swarm.v1.ContentDenialServiceGrpc.ContentDenialServiceImplBase;
import dev.vireo.contracts.swarm.v1.DenyContentRequest;
import dev.vireo.contracts.swarm.v1.DenyContentResponse;
import dev.vireo.contracts.swarm.v1.ImportDenylistRequest;
import dev.vireo.contracts.swarm.v1.ImportDenylistResponse;
import dev.vireo.contracts.swarm.v1.ListDeniedContentRequest;
import dev.vireo.contracts.swarm.v1.ListDeniedContentResponse;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.blockstore.DeniedContent;
import io.grpc.stub.StreamObserver;
import org.springframework.stereotype.Component;

/** Operators deny content of IPFS. */
@Component
class ContentDenialGrpcService extends ContentDenialServiceImplBase {

    private static final int MOST_LISTED = 1000;
    private static final int LISTED = 100;
    private static final int LONGEST_REASON = 1000;
    private static final int LONGEST_LIST = 1024 * 1024;

    private final DeniedContent denied;

    ContentDenialGrpcService(DeniedContent denied) {
        this.denied = denied;
    }

    @Override
    public void denyContent(DenyContentRequest request, StreamObserver<DenyContentResponse> answers) {
        String operator = Operators.require();
        denied.deny(request.getContent(), reason(request.getReason()), operator);
        answers.onNext(DenyContentResponse.getDefaultInstance());
        answers.onCompleted();
    }

    @Override
    public void importDenylist(ImportDenylistRequest request, StreamObserver<ImportDenylistResponse> answers) {
        String operator = Operators.require();
        if (request.getList().length() > LONGEST_LIST) {
            throw PlatformException.invalid(
                    "list", "must have at most " + LONGEST_LIST + " characters: send it in parts.");
        }
        DeniedContent.Taken taken = denied.take(request.getList(), reason(request.getReason()), operator);
        answers.onNext(ImportDenylistResponse.newBuilder()
                .setEntries(taken.entries())
                .setPassedOver(taken.passedOver())
                .build());
        answers.onCompleted();
    }

    @Override
    public void allowContent(AllowContentRequest request, StreamObserver<AllowContentResponse> answers) {
        denied.allow(request.getContent(), Operators.require());
        answers.onNext(AllowContentResponse.getDefaultInstance());
        answers.onCompleted();
    }

    @Override
    public void listDeniedContent(ListDeniedContentRequest request, StreamObserver<ListDeniedContentResponse> answers) {
        Operators.require();
        int limit = request.getLimit() == 0 ? LISTED : request.getLimit();
        if (limit < 1 || limit > MOST_LISTED || request.getOffset() < 0) {
            throw PlatformException.invalid("limit", "must be 1 to " + MOST_LISTED + ", and offset not negative.");
        }
        answers.onNext(ListDeniedContentResponse.newBuilder()
                .addAllDenied(denied.list(limit, request.getOffset()).stream()
                        .map(ContentDenialGrpcService::message)
                        .toList())
                .setTotal(denied.count())
                .build());
        answers.onCompleted();
    }

    private static String reason(String reason) {
        if (reason.length() > LONGEST_REASON) {
            throw PlatformException.invalid("reason", "must have at most " + LONGEST_REASON + " characters.");
        }
        return reason;
    }

    private static dev.vireo.contracts.swarm.v1.DeniedContent message(DeniedContent.Denied denied) {
        return dev.vireo.contracts.swarm.v1.DeniedContent.newBuilder()
                .setContent(denied.content())
                .setReason(denied.reason())
                .setOperator(denied.operator())
                .setDeniedAt(Timestamp.newBuilder().setSeconds(denied.deniedAt().getEpochSecond()))
                .build();
    }
}
