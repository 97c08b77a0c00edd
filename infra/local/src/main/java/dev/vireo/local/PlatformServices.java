package dev.vireo.local;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.Ffmpeg;
import dev.vireo.local.server.S3Server;
import dev.vireo.local.service.ServiceDefinition;
import dev.vireo.local.service.ServiceServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The list of services and what each is told. */
final class PlatformServices {
    static final String UPLOAD = "upload-service";
    static final String TRANSCODE = "transcode-service";
    static final String GATEWAY = "api-gateway";

    private final PlatformOptions options;
    private final PlatformServers servers;
    private final Ffmpeg ffmpeg;

    PlatformServices(PlatformOptions options, PlatformServers servers, Ffmpeg ffmpeg) {
        this.options = options;
        this.servers = servers;
        this.ffmpeg = ffmpeg;
    }

    /** In the order of starting. */
    List<ServiceServer> all(DataFolder data) {
        return Stream.of(upload(), transcode(), gateway())
                .map(definition -> new ServiceServer(definition, data, options.quick()))
                .toList();
    }

    private ServiceDefinition upload() {
        Map<String, String> settings = common(PortName.UPLOAD, PortName.UPLOAD_GRPC);
        settings.putAll(database("upload"));
        return definition(UPLOAD, 256, settings, PortName.UPLOAD, PortName.UPLOAD_GRPC);
    }

    private ServiceDefinition transcode() {
        Map<String, String> settings = common(PortName.TRANSCODE, PortName.TRANSCODE_GRPC);
        settings.putAll(database("transcode"));
        if (options.workers() > 0) {
            settings.put("vireo.transcode.worker.workers", String.valueOf(options.workers()));
        }
        settings.put("vireo.transcode.tools.ffmpeg", ffmpeg.ffmpeg().toString());
        settings.put("vireo.transcode.tools.ffprobe", ffmpeg.ffprobe().toString());
        settings.put("vireo.transcode.tools.library-path", ffmpeg.environment().getOrDefault("LD_LIBRARY_PATH", ""));
        return definition(TRANSCODE, 256, settings, PortName.TRANSCODE, PortName.TRANSCODE_GRPC);
    }

    private ServiceDefinition gateway() {
        Map<String, String> settings = common(PortName.GATEWAY, PortName.GRPC);
        return definition(GATEWAY, 256, settings, PortName.GATEWAY, PortName.GRPC);
    }

    private ServiceDefinition definition(
            String name, int heap, Map<String, String> settings, PortName http, PortName grpc) {
        settings.putAll(options.settings().getOrDefault("*", Map.of()));
        settings.putAll(options.settings().getOrDefault(name, Map.of()));
        return new ServiceDefinition(
                name,
                ServiceDefinition.jarOf(options.house().resolve(name)),
                List.of(options.port(http), options.port(grpc)),
                heap,
                settings,
                ffmpeg.environment());
    }

    private Map<String, String> common(PortName http, PortName grpc) {
        Map<String, String> settings = new HashMap<>();
        settings.put("server.port", String.valueOf(options.number(http)));
        settings.put("vireo.grpc.port", String.valueOf(options.number(grpc)));
        settings.put("vireo.kafka.bootstrap-servers", servers.kafka().bootstrapServers());
        settings.put("vireo.origin.endpoint", servers.s3().endpoint());
        settings.put("vireo.origin.bucket", servers.s3().bucket());
        settings.put("vireo.origin.access-key", S3Server.ACCESS_KEY);
        settings.put("vireo.origin.secret-key", S3Server.SECRET_KEY);
        int index = 0;
        for (LocalInstance instance : LocalInstance.all(options)) {
            String key = "vireo.instances[" + index++ + "].";
            settings.put(key + "id", instance.id());
            settings.put(key + "domain", instance.domain());
            settings.put(key + "issuer", servers.keycloak().realms().issuer(instance.id()));
            settings.put(key + "jwk-set-uri", servers.keycloak().realms().jwkSetUri(instance.id()));
        }
        return settings;
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "spring.datasource.url", servers.postgres().jdbcUrl(name),
                "spring.datasource.username", name,
                "spring.datasource.password", name);
    }
}
