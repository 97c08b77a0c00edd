package dev.vireo.gateway.subscription;

import dev.vireo.gateway.rest.BodyFields;
import dev.vireo.gateway.rest.ChannelShapes;
import dev.vireo.gateway.rest.Paging;
import dev.vireo.gateway.rest.Site;
import dev.vireo.gateway.search.QueryFields;
import dev.vireo.gateway.search.VideoPages;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.error.PlatformException;
import dev.vireo.kit.identity.Callers;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** The channels that the caller follows, and their videos. */
@RestController
@RequestMapping("/api/v1/users/me/subscriptions")
final class SubscriptionController {
    /** PeerTube's ids grow with time. */
    private static final List<String> ORDERS = List.of("-createdAt", "createdAt", "-id", "id");

    private static final int LONGEST_HANDLE = 400;

    private final SubscriptionGrpcClient subscriptions;
    private final VideoPages videos;
    private final InstanceOrigins origins;

    SubscriptionController(SubscriptionGrpcClient subscriptions, VideoPages videos, InstanceOrigins origins) {
        this.subscriptions = subscriptions;
        this.videos = videos;
        this.origins = origins;
    }

    @GetMapping
    ObjectNode list(@RequestParam Map<String, String> query) {
        Callers.current().requireSubject();
        Paging paging = Paging.of(query, ORDERS);
        boolean ascending = !query.getOrDefault("sort", ORDERS.getFirst()).startsWith("-");
        Site site = site();
        return paging.answer(
                subscriptions.list(paging.window(), ascending), channel -> ChannelShapes.channel(channel, site));
    }

    @PostMapping
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void add(@RequestHeader(value = "Content-Type", required = false) @Nullable String type, InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        String handle = BodyFields.read(type, body).text("uri").orElse("");
        if (handle.isBlank()) {
            throw PlatformException.invalid("uri", "must be the handle of a channel.");
        }
        subscriptions.add(handle);
    }

    @GetMapping("/{handle}")
    ObjectNode one(@PathVariable String handle) {
        Callers.current().requireSubject();
        return ChannelShapes.channel(subscriptions.find(handle), site());
    }

    @DeleteMapping("/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void remove(@PathVariable String handle) {
        Callers.current().requireSubject();
        subscriptions.remove(handle);
    }

    /** Each handle that is asked for, and whether it is followed. */
    @GetMapping("/exist")
    ObjectNode exist(@RequestParam MultiValueMap<String, String> query) {
        Callers.current().requireSubject();
        List<String> handles = new QueryFields(query).texts("uris", LONGEST_HANDLE);
        if (handles.isEmpty()) {
            throw PlatformException.invalid("uris", "must be handles of channels.");
        }
        List<String> followed = subscriptions.followed(handles);
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        handles.forEach(handle -> answer.put(handle, followed.contains(handle)));
        return answer;
    }

    @GetMapping("/videos")
    ObjectNode videos(@RequestParam MultiValueMap<String, String> query) {
        Callers.current().requireSubject();
        return videos.ofChannels(query, subscriptions.channels());
    }

    private Site site() {
        return Site.of(Callers.current().instance(), origins);
    }
}
