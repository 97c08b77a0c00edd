package dev.vireo.gateway.suggest;

import dev.vireo.contracts.search.v1.SuggestRequest;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc.SuggestServiceBlockingStub;
import dev.vireo.contracts.search.v1.SuggestionKind;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import io.grpc.Channel;
import java.util.List;

/** What somebody who types may want to find at the caller's instance; UNAVAILABLE while the index is away. */
public final class SuggestGrpcClient {
    private final SuggestServiceBlockingStub suggest;

    SuggestGrpcClient(Channel channel) {
        this.suggest = SuggestServiceGrpc.newBlockingStub(channel);
    }

    /**
     * One suggestion.
     *
     * @param tag a tag rather than a title
     * @param text what to search for
     * @param id UUID of the video; empty for a tag
     */
    public record Suggestion(boolean tag, String text, String id) {}

    /** At most {@code count} suggestions, the best first. */
    public List<Suggestion> suggestions(String typed, int count) {
        SuggestRequest request =
                SuggestRequest.newBuilder().setTyped(typed).setCount(count).build();
        return UpstreamGrpcClient.answer(() -> suggest.suggest(request)).getSuggestionsList().stream()
                .map(found -> new Suggestion(
                        found.getKind() == SuggestionKind.SUGGESTION_KIND_TAG, found.getText(), found.getId()))
                .toList();
    }
}
