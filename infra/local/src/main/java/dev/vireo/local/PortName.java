package dev.vireo.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every port of the platform with its default; all but the gateway's are for the inside. */
public enum PortName {
    GATEWAY(8080, "web, REST and media"),
    GRPC(9090, "public gRPC"),
    UPLOAD(28081, "upload-service HTTP"),
    UPLOAD_GRPC(29081, "upload-service gRPC"),
    TRANSCODE(28082, "transcode-service HTTP"),
    TRANSCODE_GRPC(29082, "transcode-service gRPC"),
    KAFKA(29092, "Kafka"),
    KAFKA_CONTROLLER(29093, "Kafka's controller"),
    POSTGRES(25432, "PostgreSQL"),
    S3(29000, "S3"),
    KEYCLOAK(28180, "Keycloak"),
    KEYCLOAK_MANAGEMENT(28190, "Keycloak's health");

    private final int standard;
    private final String purpose;

    PortName(int standard, String purpose) {
        this.standard = standard;
        this.purpose = purpose;
    }

    /** The port unless another is chosen. */
    public int standard() {
        return standard;
    }

    String purpose() {
        return purpose;
    }

    /** How a user writes it, e.g. {@code kafka-controller}. */
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The environment variable that chooses it. */
    String variable() {
        return "VIREO_PORT_" + name();
    }

    static Optional<PortName> of(String word) {
        return Arrays.stream(values()).filter(port -> port.word().equals(word)).findFirst();
    }
}
