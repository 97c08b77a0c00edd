/** gRPC server, channels and interceptors. */
@NullMarked
package dev.vireo.kit.grpc;

import org.jspecify.annotations.NullMarked;
