/** Events: outbox, relay, idempotent consumers, share-group workers. */
@NullMarked
package dev.vireo.kit.event;

import org.jspecify.annotations.NullMarked;
