package dev.vireo.gateway.rest;

import dev.vireo.gateway.catalog.ChannelGrpcClient;
import dev.vireo.gateway.catalog.ChannelView;
import dev.vireo.gateway.web.InstanceOrigins;
import dev.vireo.kit.identity.Callers;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Channels. */
@RestController
@RequestMapping("/api/v1/video-channels")
final class ChannelController {
    private final ChannelGrpcClient channels;
    private final InstanceOrigins origins;

    ChannelController(ChannelGrpcClient channels, InstanceOrigins origins) {
        this.channels = channels;
        this.origins = origins;
    }

    @PostMapping
    ObjectNode create(@RequestHeader(value = "Content-Type", required = false) @Nullable String type, InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        BodyFields fields = BodyFields.read(type, body);
        ChannelView made = channels.create(fields.text("name").orElse(""), change(fields, null));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        answer.putObject("videoChannel").put("id", made.id()).put("name", made.name());
        return answer;
    }

    @GetMapping("/{handle}")
    ResponseEntity<ObjectNode> channel(@PathVariable String handle) {
        Site site = site();
        ChannelView channel = channels.channel(Handles.local(handle, site));
        return ResponseEntity.ok().eTag(tag(channel)).body(ChannelShapes.channel(channel, site));
    }

    @PutMapping("/{handle}")
    ResponseEntity<Void> change(
            @PathVariable String handle,
            @RequestHeader(value = "If-Match", required = false) @Nullable String ifMatch,
            @RequestHeader(value = "Content-Type", required = false) @Nullable String type,
            InputStream body)
            throws IOException {
        Callers.current().requireSubject();
        ChannelView changed =
                channels.update(Handles.local(handle, site()), change(BodyFields.read(type, body), ifMatch));
        return ResponseEntity.noContent().eTag(tag(changed)).build();
    }

    @DeleteMapping("/{handle}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void delete(@PathVariable String handle) {
        Callers.current().requireSubject();
        channels.delete(Handles.local(handle, site()));
    }

    private static ChannelView.Change change(BodyFields fields, @Nullable String ifMatch) {
        return new ChannelView.Change(
                VideoChanges.revision(fields, ifMatch).orElse(null),
                fields.text("displayName").orElse(null),
                fields.text("description").orElse(null),
                fields.text("support").orElse(null));
    }

    private static String tag(ChannelView channel) {
        return "\"" + channel.revision() + "\"";
    }

    private Site site() {
        return Site.of(Callers.current().instance(), origins);
    }
}
