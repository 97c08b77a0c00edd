package dev.vireo.example.bad;

import org.apache.kafka.common.TopicPartition;

/** Breaks R4-kafka. */
record ReadsKafka(TopicPartition partition) {}
