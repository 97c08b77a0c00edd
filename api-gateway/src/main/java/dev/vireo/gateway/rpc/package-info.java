/** The public gRPC door. */
@NullMarked
package dev.vireo.gateway.rpc;

import org.jspecify.annotations.NullMarked;
