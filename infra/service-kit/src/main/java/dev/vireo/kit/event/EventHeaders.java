package dev.vireo.kit.event;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/** What stands on the envelope of every event: CloudEvents in binary mode, and the trace. */
public final class EventHeaders {
    private EventHeaders() {}

    /** Headers of an event about {@code subject}, of that message type, which {@code source} published. */
    public static Headers of(
            UUID id, String type, String source, Instant time, String subject, @Nullable String traceParent) {
        Headers headers = new RecordHeaders();
        add(headers, CloudEvent.SPEC_VERSION, "1.0");
        add(headers, CloudEvent.ID, id.toString());
        add(headers, CloudEvent.TYPE, type);
        add(headers, CloudEvent.SOURCE, "/" + source);
        add(headers, CloudEvent.TIME, time.toString());
        add(headers, CloudEvent.SUBJECT, subject);
        add(headers, CloudEvent.CONTENT_TYPE, "application/protobuf");
        if (traceParent != null) {
            add(headers, CloudEvent.TRACE_PARENT, traceParent);
        }
        return headers;
    }

    private static void add(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
