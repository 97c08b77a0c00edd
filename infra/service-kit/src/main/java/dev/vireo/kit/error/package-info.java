/** Errors: one kind that says whose fault it is, mapped once for HTTP, gRPC and Kafka. */
@NullMarked
package dev.vireo.kit.error;

import org.jspecify.annotations.NullMarked;
