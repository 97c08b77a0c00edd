package dev.vireo.kit.grpc;

import io.grpc.Metadata;

/** Metadata that travels with each call between services. */
public final class GrpcKeys {
    /** The caller's {@code Bearer} token, passed on unchanged. */
    public static final Metadata.Key<String> AUTHORIZATION =
            Metadata.Key.of("authorization", Metadata.ASCII_STRING_MARSHALLER);

    /** Id of the instance the request came to. */
    public static final Metadata.Key<String> INSTANCE =
            Metadata.Key.of("vireo-instance", Metadata.ASCII_STRING_MARSHALLER);

    private GrpcKeys() {}
}
