package dev.vireo.kit.event;

/** The memory of a consumer: each event takes effect once, however often it comes. */
public interface ProcessedEvents {
    /**
     * Notes the record's event in the present transaction. False when {@code consumer} had it before: then do nothing.
     * The note is forgotten with a roll-back, so that the event may come again.
     */
    boolean firstTime(String consumer, org.apache.kafka.clients.consumer.ConsumerRecord<?, ?> event);
}
