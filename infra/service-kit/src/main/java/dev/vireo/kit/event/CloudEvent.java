package dev.vireo.kit.event;

/** Names of the record headers: CloudEvents 1.0, Kafka binding, binary mode; and W3C trace context. */
public final class CloudEvent {
    /** Unique id of the event, a UUIDv7: the key of deduplication. */
    public static final String ID = "ce_id";
    /** Full name of the message type. */
    public static final String TYPE = "ce_type";
    /** The service that published it. */
    public static final String SOURCE = "ce_source";
    /** When the outbox took it, RFC 3339. */
    public static final String TIME = "ce_time";
    /** The aggregate it is about. */
    public static final String SUBJECT = "ce_subject";
    /** Version of the specification, always 1.0. */
    public static final String SPEC_VERSION = "ce_specversion";
    /** Media type of the value. */
    public static final String CONTENT_TYPE = "content-type";
    /** Trace of the work that caused it. */
    public static final String TRACE_PARENT = "traceparent";

    private CloudEvent() {}
}
