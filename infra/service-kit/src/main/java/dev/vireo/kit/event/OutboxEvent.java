package dev.vireo.kit.event;

/**
 * An event about to be published.
 *
 * @param topic the topic
 * @param key the aggregate's id: events of one key keep their order
 * @param type full name of the message type, for example {@code dev.vireo.contracts.video.v1.VideoUploaded}
 * @param value the encoded message
 */
public record OutboxEvent(String topic, String key, String type, byte[] value) {}
