package dev.vireo.gateway.suggest;

import dev.vireo.contracts.search.v1.SuggestRequest;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc;
import dev.vireo.contracts.search.v1.SuggestServiceGrpc.SuggestServiceBlockingStub;
import dev.vireo.contracts.search.v1.SuggestionKind;
import dev.vireo.gateway.catalog.UpstreamGrpcClient;
import io.grpc.Channel;
import java.util.List;
import java.util.Optional;

/** What somebody who types may want to find at the caller's instance; UNAVAILABLE while the index is away. */
public final class SuggestGrpcClient {
    private final SuggestServiceBlockingStub suggest;

    SuggestGrpcClient(Channel channel) {
        this.suggest = SuggestServiceGrpc.newBlockingStub(channel);
    }

    /**
     * One suggestion.
     *
     * @param kind what it is
     * @param text what to search for
     * @param id UUID of the video or the channel; empty for a tag
     * @param handle of the channel; empty for the others
     */
    public record Suggestion(Kind kind, String text, String id, String handle) {}

    /** What can be suggested. */
    public enum Kind {
        VIDEO,
        CHANNEL,
        TAG
    }

    /** At most {@code count} suggestions, the best first. */
    public List<Suggestion> suggestions(String typed, int count) {
        SuggestRequest request =
                SuggestRequest.newBuilder().setTyped(typed).setCount(count).build();
        return UpstreamGrpcClient.answer(() -> suggest.suggest(request)).getSuggestionsList().stream()
                .flatMap(found -> kind(found.getKind()).stream()
                        .map(kind -> new Suggestion(kind, found.getText(), found.getId(), found.getHandle())))
                .toList();
    }

    /** Empty for one of a newer service. */
    private static Optional<Kind> kind(SuggestionKind kind) {
        return switch (kind) {
            case SUGGESTION_KIND_VIDEO -> Optional.of(Kind.VIDEO);
            case SUGGESTION_KIND_CHANNEL -> Optional.of(Kind.CHANNEL);
            case SUGGESTION_KIND_TAG -> Optional.of(Kind.TAG);
            case SUGGESTION_KIND_UNSPECIFIED, UNRECOGNIZED -> Optional.empty();
        };
    }
}
