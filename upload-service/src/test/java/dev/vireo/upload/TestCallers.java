package dev.vireo.upload;

import dev.vireo.testkit.RealServers;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tokens of the accounts of the local platform, fetched once each. */
public final class TestCallers {
    private static final Map<String, String> TOKENS = new ConcurrentHashMap<>();

    private TestCallers() {}

    /** An access token of {@code user} at {@code realm}. */
    public static String token(String realm, String user) {
        return TOKENS.computeIfAbsent(
                realm + "/" + user, key -> RealServers.keycloak().token(realm, user, user + "-local"));
    }

    /** A tus client of that caller. */
    public static TusTestClient tus(RunningUploadService service, String realm, String user) {
        return new TusTestClient(service.httpPort(), realm, token(realm, user));
    }

    /** A gRPC client of that caller. */
    public static GrpcTestClient grpc(RunningUploadService service, String realm, String user) {
        return new GrpcTestClient(service.channel(), realm, token(realm, user));
    }
}
