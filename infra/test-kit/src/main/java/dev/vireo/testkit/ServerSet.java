package dev.vireo.testkit;

import dev.vireo.local.server.Ffmpeg;
import dev.vireo.local.server.KeycloakRealms;

/** One way to get real servers: as child processes or as containers. Each starts when first asked for. */
interface ServerSet {
    TestPostgres postgres();

    TestKafka kafka();

    OriginAccess origin();

    KeycloakRealms keycloak();

    TestElasticsearch elasticsearch();

    Ffmpeg ffmpeg();

    /** Ends everything that was started. */
    void end();
}
