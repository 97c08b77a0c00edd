package dev.vireo.search.suggest;

import dev.vireo.contracts.search.v1.SuggestRequest;
import dev.vireo.contracts.search.v1.SuggestResponse;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.search.v1.SuggestionKind;
import dev.vireo.kit.identity.Callers;
import dev.vireo.search.query.Inputs;
import io.grpc.stub.StreamObserver;
import java.util.List;
import org.springframework.stereotype.Component;

/** Suggestions for the gateway and other applications. */
@Component
final class SuggestGrpcService extends SuggestServiceGrpc.SuggestServiceImplBase {
    private static final int DEFAULT_COUNT = 10;
    private static final int MOST_COUNT = 20;

    private final ElasticsearchSuggestions suggestions;

    SuggestGrpcService(ElasticsearchSuggestions suggestions) {
        this.suggestions = suggestions;
    }

    @Override
    public void suggest(SuggestRequest request, StreamObserver<SuggestResponse> response) {
        String typed = Typed.of(Inputs.typed("typed", request.getTyped()));
        int count = request.getCount() == 0 ? DEFAULT_COUNT : request.getCount();
        Inputs.between("count", count, 1, MOST_COUNT);
        List<Suggestion> found =
                typed.isEmpty() ? List.of() : suggestions.find(Callers.current().instance(), typed, count);
        response.onNext(SuggestResponse.newBuilder()
                .addAllSuggestions(
                        found.stream().map(SuggestGrpcService::message).toList())
                .build());
        response.onCompleted();
    }

    private static dev.vireo.contracts.search.v1.Suggestion message(Suggestion suggestion) {
        return dev.vireo.contracts.search.v1.Suggestion.newBuilder()
                .setKind(
                        switch (suggestion.kind()) {
                            case VIDEO -> SuggestionKind.SUGGESTION_KIND_VIDEO;
                            case CHANNEL -> SuggestionKind.SUGGESTION_KIND_CHANNEL;
                            case TAG -> SuggestionKind.SUGGESTION_KIND_TAG;
                        })
                .setText(suggestion.text())
                .setId(suggestion.id())
                .setHandle(suggestion.handle())
                .build();
    }
}
