/** What the gateway knows of videos, channels and accounts, read over gRPC. */
@NullMarked
package dev.vireo.gateway.catalog;

import org.jspecify.annotations.NullMarked;
