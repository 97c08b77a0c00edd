package dev.vireo.gateway.subscription;

import dev.vireo.kit.identity.Callers;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The caller's token that opens the feed of what it follows, and nothing else. */
@RestController
@RequestMapping("/api/v1/users/scoped-tokens")
final class FeedTokenController {
    private final SubscriptionGrpcClient subscriptions;

    FeedTokenController(SubscriptionGrpcClient subscriptions) {
        this.subscriptions = subscriptions;
    }

    @GetMapping
    ResponseEntity<ObjectNode> present() {
        Callers.current().requireSubject();
        return answer(subscriptions.feedToken());
    }

    /** The one before it opens nothing from now on. */
    @PostMapping
    ResponseEntity<ObjectNode> another() {
        Callers.current().requireSubject();
        return answer(subscriptions.anotherFeedToken());
    }

    private static ResponseEntity<ObjectNode> answer(String token) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(JsonNodeFactory.instance.objectNode().put("feedToken", token));
    }
}
