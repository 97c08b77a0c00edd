package dev.vireo.upload;

import dev.vireo.testkit.OriginAccess;
import dev.vireo.testkit.RealServers;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The service's configuration against the real servers of the test JVM. */
public final class TestSettings {
    private static final List<String> TOPICS = List.of(
            "video.v1",
            "channel.v1",
            "caption.v1",
            "subscription.v1",
            "playlist.v1",
            "transcode.v1",
            "seeding.v1",
            "popularity.v1",
            "comment-count.v1");

    private TestSettings() {}

    /** With a database of its own, free ports and short timers. */
    public static Map<String, String> fresh() {
        Map<String, String> settings = new LinkedHashMap<>();
        TOPICS.forEach(topic -> RealServers.kafka().createTopic(topic, 2));
        OriginAccess origin = RealServers.origin();
        settings.put("server.port", "0");
        String database = RealServers.postgres().newDatabase("upload");
        String name = URI.create(database.substring("jdbc:".length())).getPath().substring(1);
        settings.put("spring.datasource.url", database);
        settings.put("spring.datasource.username", name);
        settings.put("spring.datasource.password", name);
        settings.put("vireo.grpc.port", "0");
        settings.put("vireo.kafka.bootstrap-servers", RealServers.kafka().bootstrapServers());
        settings.put("vireo.origin.endpoint", origin.endpoint());
        settings.put("vireo.origin.region", origin.region());
        settings.put("vireo.origin.bucket", origin.bucket());
        settings.put("vireo.origin.access-key", origin.accessKey());
        settings.put("vireo.origin.secret-key", origin.secretKey());
        int index = 0;
        for (String realm : List.of("main", "second")) {
            String prefix = "vireo.instances[" + index++ + "].";
            settings.put(prefix + "id", realm);
            settings.put(prefix + "domain", realm + ".example");
            settings.put(prefix + "issuer", RealServers.keycloak().issuer(realm));
            settings.put(prefix + "jwk-set-uri", RealServers.keycloak().jwkSetUri(realm));
        }
        settings.put("vireo.upload.part-size", "5MB");
        settings.put("vireo.upload.sweep-interval", "200ms");
        settings.put("vireo.upload.finish-after", "1s");
        settings.put("vireo.video.schedule-interval", "200ms");
        settings.put("vireo.video.removal-interval", "200ms");
        settings.put("vireo.caption.keep-replaced", "0s");
        settings.put("vireo.caption.removal-interval", "200ms");
        settings.put("vireo.subscription.removal-interval", "200ms");
        settings.put("vireo.kafka.relay-interval", "100ms");
        return settings;
    }

    /** As a program takes it. */
    public static String[] arguments(Map<String, String> settings) {
        return settings.entrySet().stream()
                .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                .toArray(String[]::new);
    }
}
