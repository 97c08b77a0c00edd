package dev.vireo.gateway.suggest;

import dev.vireo.gateway.search.QueryFields;
import dev.vireo.kit.ShortUuid;
import java.time.Duration;
import java.util.Locale;
import java.util.UUID;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** What somebody may want to find, while typing; PeerTube has nothing like it. */
@RestController
final class SuggestionController {
    private static final int DEFAULT_COUNT = 10;
    private static final int MOST_COUNT = 20;
    private static final int LONGEST_SEARCH = 1_000;
    /** The same beginnings are typed again and again. */
    private static final Duration KEPT = Duration.ofSeconds(10);

    private final SuggestGrpcClient suggest;

    SuggestionController(SuggestGrpcClient suggest) {
        this.suggest = suggest;
    }

    @GetMapping("/api/v1/search/suggestions")
    ResponseEntity<ObjectNode> suggestions(@RequestParam MultiValueMap<String, String> query) {
        QueryFields fields = new QueryFields(query);
        String typed = fields.text("search", LONGEST_SEARCH);
        int count = fields.number("count", DEFAULT_COUNT, MOST_COUNT);
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        ArrayNode data = node.putArray("data");
        if (count > 0) {
            suggest.suggestions(typed, count).stream()
                    .map(SuggestionController::shape)
                    .forEach(data::add);
        }
        return ResponseEntity.ok()
                .cacheControl(CacheControl.maxAge(KEPT).cachePublic())
                .body(node);
    }

    private static ObjectNode shape(SuggestGrpcClient.Suggestion suggestion) {
        ObjectNode node = JsonNodeFactory.instance
                .objectNode()
                .put("kind", suggestion.kind().name().toLowerCase(Locale.ROOT))
                .put("text", suggestion.text());
        return switch (suggestion.kind()) {
            case VIDEO -> node.put("shortUUID", ShortUuid.encode(UUID.fromString(suggestion.id())));
            case CHANNEL -> node.put("handle", suggestion.handle());
            case TAG -> node;
        };
    }
}
