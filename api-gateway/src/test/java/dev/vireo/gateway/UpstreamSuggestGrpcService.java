package dev.vireo.gateway;

import dev.vireo.contracts.search.v1.SuggestRequest;
import dev.vireo.contracts.search.v1.SuggestResponse;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.search.v1.Suggestion;
import dev.vireo.contracts.search.v1.SuggestionKind;
import io.grpc.Status;
import io.grpc.stub.StreamObserver;

/** Suggestions behind the gateway in its tests: what was typed as a tag, a video and a channel. */
final class UpstreamSuggestGrpcService extends SuggestServiceGrpc.SuggestServiceImplBase {
    @Override
    public void suggest(SuggestRequest request, StreamObserver<SuggestResponse> to) {
        if (request.getTyped().equals(UpstreamSearchGrpcService.AWAY)) {
            UpstreamGrpcService.refuse(to, Status.UNAVAILABLE.withDescription("The search index is away."));
            return;
        }
        SuggestResponse.Builder answer = SuggestResponse.newBuilder();
        answer.addSuggestions(Suggestion.newBuilder()
                .setKind(SuggestionKind.SUGGESTION_KIND_TAG)
                .setText(request.getTyped()));
        if (request.getCount() > 1) {
            answer.addSuggestions(Suggestion.newBuilder()
                    .setKind(SuggestionKind.SUGGESTION_KIND_VIDEO)
                    .setText("A film")
                    .setId(UpstreamFixture.PUBLIC.toString()));
            answer.addSuggestions(Suggestion.newBuilder()
                    .setKind(SuggestionKind.SUGGESTION_KIND_CHANNEL)
                    .setText("Films")
                    .setHandle("films@far.example"));
        }
        UpstreamGrpcService.reply(to, answer.build());
    }
}
