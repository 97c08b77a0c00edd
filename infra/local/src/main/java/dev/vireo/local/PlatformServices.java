package dev.vireo.local;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.Ffmpeg;
import dev.vireo.local.server.S3Server;
import dev.vireo.local.service.ServiceDefinition;
import dev.vireo.local.service.ServiceServer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The list of services and what each is told. */
final class PlatformServices {
    static final String UPLOAD = "upload-service";
    static final String TRANSCODE = "transcode-service";
    static final String SEARCH = "search-service";
    static final String SEEDER = "seeder-service";
    static final String GATEWAY = "api-gateway";
    static final List<String> NAMES = List.of(UPLOAD, TRANSCODE, SEARCH, SEEDER, GATEWAY);

    private static final String SIGNING_KEY = "of-the-local-platform-only-0123456789";

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
        return NAMES.stream()
                .filter(name -> !options.without().contains(name))
                .map(this::definition)
                .map(definition -> new ServiceServer(definition, data, options.quick()))
                .toList();
    }

    private ServiceDefinition definition(String name) {
        return switch (name) {
            case UPLOAD -> upload();
            case TRANSCODE -> transcode();
            case SEARCH -> search();
            case SEEDER -> seeder();
            default -> gateway();
        };
    }

    private ServiceDefinition upload() {
        Map<String, String> settings = inner(PortName.UPLOAD, PortName.UPLOAD_GRPC);
        origin(settings);
        database(settings, "upload");
        return definition(UPLOAD, 256, settings, List.of(PortName.UPLOAD, PortName.UPLOAD_GRPC));
    }

    private ServiceDefinition transcode() {
        Map<String, String> settings = inner(PortName.TRANSCODE, PortName.TRANSCODE_GRPC);
        origin(settings);
        database(settings, "transcode");
        if (options.workers() > 0) {
            settings.put("vireo.transcode.worker.workers", String.valueOf(options.workers()));
        }
        settings.put("vireo.transcode.tools.ffmpeg", ffmpeg.ffmpeg().toString());
        settings.put("vireo.transcode.tools.ffprobe", ffmpeg.ffprobe().toString());
        settings.put("vireo.transcode.tools.library-path", ffmpeg.environment().getOrDefault("LD_LIBRARY_PATH", ""));
        return definition(TRANSCODE, 256, settings, List.of(PortName.TRANSCODE, PortName.TRANSCODE_GRPC));
    }

    private ServiceDefinition search() {
        Map<String, String> settings = inner(PortName.SEARCH, PortName.SEARCH_GRPC);
        settings.put("vireo.index.address", servers.elasticsearch().address());
        settings.put(
                "vireo.trend.folder",
                options.data().resolve(SEARCH).resolve("trend").toString());
        return definition(SEARCH, 192, settings, List.of(PortName.SEARCH, PortName.SEARCH_GRPC));
    }

    private ServiceDefinition seeder() {
        Map<String, String> settings = inner(PortName.SEEDER, PortName.SEEDER_GRPC);
        origin(settings);
        database(settings, "seeder");
        settings.put("vireo.tracker.port", String.valueOf(options.number(PortName.TRACKER)));
        // Everybody is at loopback here.
        settings.put("vireo.tracker.private-addresses", "true");
        settings.put("vireo.swarm.port", String.valueOf(options.number(PortName.SWARM)));
        settings.put("vireo.swarm.reads.cache", "16MB");
        settings.put("vireo.swarm.reads.at-once", "4");
        settings.put("vireo.seeder.blocks.cache", "32MB");
        settings.put("vireo.seeder.blocks.at-once", "8");
        settings.put("vireo.seeder.ipfs-gateway.answers", "32");
        settings.put("vireo.tracker.seeds[0]", "127.0.0.1:" + options.number(PortName.SWARM));
        return definition(
                SEEDER,
                192,
                settings,
                List.of(PortName.SEEDER, PortName.SEEDER_GRPC, PortName.TRACKER, PortName.SWARM));
    }

    private ServiceDefinition gateway() {
        Map<String, String> settings = common();
        origin(settings);
        settings.put("server.port", String.valueOf(options.number(PortName.GATEWAY)));
        settings.put("management.server.port", String.valueOf(options.number(PortName.GATEWAY_MANAGEMENT)));
        // As many as the small heap has buffers for.
        settings.put("server.tomcat.max-connections", "2048");
        settings.put("vireo.gateway.rpc.port", String.valueOf(options.number(PortName.GRPC)));
        settings.put("vireo.gateway.route.upload", "http://127.0.0.1:" + options.number(PortName.UPLOAD));
        settings.put("vireo.gateway.route.seeder", "http://127.0.0.1:" + options.number(PortName.SEEDER));
        settings.put("vireo.gateway.media.signing-key", SIGNING_KEY);
        int tracker = options.number(PortName.TRACKER);
        settings.put("vireo.gateway.torrent.trackers[0]", "http://127.0.0.1:" + tracker + "/tracker/announce");
        settings.put("vireo.gateway.torrent.trackers[1]", "udp://127.0.0.1:" + tracker + "/announce");
        settings.put("vireo.gateway.torrent.trackers[2]", "ws://127.0.0.1:" + tracker + "/tracker/socket");
        settings.put("vireo.gateway.view.secret", SIGNING_KEY);
        settings.put("vireo.gateway.view.bootstrap-servers", servers.kafka().bootstrapServers());
        settings.put(
                "vireo.gateway.range-cache.folder",
                options.data().resolve(GATEWAY).toString());
        settings.put("vireo.gateway.range-cache.size", "512MB");
        settings.put("vireo.grpc.clients.upload", "127.0.0.1:" + options.number(PortName.UPLOAD_GRPC));
        settings.put("vireo.grpc.clients.transcode", "127.0.0.1:" + options.number(PortName.TRANSCODE_GRPC));
        settings.put("vireo.grpc.clients.search", "127.0.0.1:" + options.number(PortName.SEARCH_GRPC));
        settings.put("vireo.grpc.clients.seeder", "127.0.0.1:" + options.number(PortName.SEEDER_GRPC));
        return definition(
                GATEWAY, 320, settings, List.of(PortName.GATEWAY_MANAGEMENT, PortName.GATEWAY, PortName.GRPC));
    }

    private ServiceDefinition definition(String name, int heap, Map<String, String> settings, List<PortName> ports) {
        settings.putAll(options.settings().getOrDefault("*", Map.of()));
        settings.putAll(options.settings().getOrDefault(name, Map.of()));
        return new ServiceDefinition(
                name,
                ServiceDefinition.jarOf(options.house().resolve(name)),
                ports.stream().map(options::port).toList(),
                heap,
                settings,
                Map.of());
    }

    /** What every service knows. */
    private Map<String, String> common() {
        Map<String, String> settings = new HashMap<>();
        // For people, not for a collector.
        settings.put("logging.structured.format.console", "");
        int index = 0;
        for (LocalInstance instance : LocalInstance.all(options)) {
            String key = "vireo.instances[" + index + "].";
            settings.put(key + "operators", String.valueOf(index++ == 0));
            settings.put(key + "id", instance.id());
            settings.put(key + "domain", instance.domain());
            settings.put(key + "issuer", servers.keycloak().realms().issuer(instance.id()));
            settings.put(key + "jwk-set-uri", servers.keycloak().realms().jwkSetUri(instance.id()));
        }
        return settings;
    }

    /** What services with a part in the events know. */
    private Map<String, String> inner(PortName http, PortName grpc) {
        Map<String, String> settings = common();
        settings.put("server.port", String.valueOf(options.number(http)));
        settings.put("vireo.grpc.port", String.valueOf(options.number(grpc)));
        settings.put("vireo.kafka.bootstrap-servers", servers.kafka().bootstrapServers());
        return settings;
    }

    private void origin(Map<String, String> settings) {
        settings.put("vireo.origin.endpoint", servers.s3().endpoint());
        settings.put("vireo.origin.bucket", servers.s3().bucket());
        settings.put("vireo.origin.access-key", S3Server.ACCESS_KEY);
        settings.put("vireo.origin.secret-key", S3Server.SECRET_KEY);
    }

    private void database(Map<String, String> settings, String name) {
        settings.put("spring.datasource.url", servers.postgres().jdbcUrl(name));
        settings.put("spring.datasource.username", name);
        settings.put("spring.datasource.password", name);
    }
}
