package dev.vireo.search.rebuild;

import dev.vireo.contracts.search.v1.ListIndexesRequest;
import dev.vireo.contracts.search.v1.ListIndexesResponse;
import dev.vireo.contracts.search.v1.RebuildIndexRequest;
import dev.vireo.contracts.search.v1.RebuildIndexResponse;
import dev.vireo.contracts.search.v1.SearchAdminServiceGrpc;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Caller;
import dev.vireo.kit.identity.Callers;
import dev.vireo.search.index.IndexLife;
import dev.vireo.search.index.Indexes;
import io.grpc.stub.StreamObserver;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Indexes for operators: they are those of all instances. */
@Component
final class SearchAdminGrpcService extends SearchAdminServiceGrpc.SearchAdminServiceImplBase {
    private static final Logger LOG = LoggerFactory.getLogger(SearchAdminGrpcService.class);

    private final Indexes indexes;

    SearchAdminGrpcService(Indexes indexes) {
        this.indexes = indexes;
    }

    @Override
    public void rebuildIndex(RebuildIndexRequest request, StreamObserver<RebuildIndexResponse> response) {
        Caller caller = operator();
        IndexLife life = indexes.of(IndexStateMapper.kind(request.getKind()));
        LOG.info("{} wants the index of {} rebuilt", caller, life.kind().word());
        life.rebuild();
        response.onNext(RebuildIndexResponse.newBuilder()
                .addAllIndexes(IndexStateMapper.messages(life.states()))
                .build());
        response.onCompleted();
    }

    @Override
    public void listIndexes(ListIndexesRequest request, StreamObserver<ListIndexesResponse> response) {
        operator();
        ListIndexesResponse.Builder all = ListIndexesResponse.newBuilder();
        indexes.all().forEach(life -> all.addAllIndexes(IndexStateMapper.messages(life.states())));
        response.onNext(all.build());
        response.onCompleted();
    }

    private static Caller operator() {
        Caller caller = Callers.current();
        caller.requireSubject();
        if (!caller.operator()) {
            throw new PlatformException(
                    KitErrorCode.FORBIDDEN, "Only an operator of the deployment looks after the indexes.");
        }
        return caller;
    }
}
