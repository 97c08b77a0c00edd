package dev.vireo.local;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Every port of the platform with its default; all but the gateway's are for the inside. */
public enum PortName {
    GATEWAY(8080),
    GATEWAY_MANAGEMENT(28080),
    GRPC(9090),
    UPLOAD(28081),
    UPLOAD_GRPC(29081),
    TRANSCODE(28082),
    TRANSCODE_GRPC(29082),
    SEARCH(28083),
    SEARCH_GRPC(29083),
    SEEDER(28084),
    SEEDER_GRPC(29084),
    TRACKER(28085),
    SWARM(28086),
    KAFKA(29092),
    KAFKA_CONTROLLER(29093),
    POSTGRES(25432),
    S3(29000),
    ELASTICSEARCH(29200),
    KEYCLOAK(28180),
    KEYCLOAK_MANAGEMENT(28190);

    private final int standard;

    PortName(int standard) {
        this.standard = standard;
    }

    /** The port unless another is chosen. */
    public int standard() {
        return standard;
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
