package dev.vireo.local;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.ElasticsearchServer;
import dev.vireo.local.server.Ffmpeg;
import dev.vireo.local.server.KafkaServer;
import dev.vireo.local.server.KeycloakRealms;
import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.PostgresServer;
import dev.vireo.local.server.S3Server;
import dev.vireo.local.server.ServerBinaries;
import dev.vireo.local.service.ServiceServer;
import java.io.PrintStream;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The whole platform on this machine: real servers and every service, each its own process. Returned running by
 * {@link #start}; {@link #close} stops everything in reverse order within 25 s and leaves the data for the next start.
 */
public final class Platform implements AutoCloseable {
    private static final int NEEDED_GIBIBYTES = 2;

    private final PlatformOptions options;
    private final DataLock lock;
    private final PlatformServers servers;
    private final Ffmpeg ffmpeg;
    private final List<ServiceServer> services;
    private final StartPlan plan;
    private final Supervisor supervisor;
    private Duration startTime = Duration.ZERO;

    private Platform(PlatformOptions options, PrintStream out) {
        this.options = options;
        DataFolder data = new DataFolder(options.data());
        data.requireFreeSpace(NEEDED_GIBIBYTES);
        ServerBinaries binaries = ServerBinaries.locate();
        this.lock = DataLock.take(data, options.fresh(), out);
        this.servers = PlatformServers.of(options, binaries, data);
        this.ffmpeg = Ffmpeg.locate(binaries, data);
        this.services = options.serversOnly() ? List.of() : new PlatformServices(options, servers, ffmpeg).all(data);
        this.plan = new StartPlan(servers, services, out);
        this.supervisor = new Supervisor(out, options.restart());
    }

    /** Starts everything and returns when it is ready; on failure what was started is stopped again. */
    public static Platform start(PlatformOptions options, PrintStream out) {
        Platform platform = new Platform(options, out);
        boolean ready = false;
        try {
            long begin = System.nanoTime();
            platform.plan.start();
            platform.startTime = Duration.ofNanos(System.nanoTime() - begin);
            platform.all().forEach(platform.supervisor::watch);
            ready = true;
            return platform;
        } finally {
            if (!ready) {
                platform.close();
            }
        }
    }

    /** Where people and REST clients go on the first instance. */
    public URI address() {
        return URI.create("http://localhost:" + options.number(PortName.GATEWAY));
    }

    /** The two instances. */
    public List<LocalInstance> instances() {
        return LocalInstance.all(options);
    }

    /** The number of a port. */
    public int port(PortName name) {
        return options.number(name);
    }

    /** A service by its name, e.g. {@code upload-service}: kill, stop and start it alone. */
    public ServiceServer service(String name) {
        return services.stream()
                .filter(service -> service.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no service is named " + name));
    }

    /** A server by its name: postgres, keycloak, kafka, s3 or elasticsearch. */
    public LocalServer server(String name) {
        return servers.all().stream()
                .filter(server -> server.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no server is named " + name));
    }

    /** PostgreSQL. */
    public PostgresServer postgres() {
        return servers.postgres();
    }

    /** Kafka. */
    public KafkaServer kafka() {
        return servers.kafka();
    }

    /** The object store. */
    public S3Server s3() {
        return servers.s3();
    }

    /** The search engine. */
    public ElasticsearchServer elasticsearch() {
        return servers.elasticsearch();
    }

    /** Keycloak's realms, for tokens. */
    public KeycloakRealms keycloak() {
        return servers.keycloak().realms();
    }

    /** ffmpeg and ffprobe as the services use them. */
    public Ffmpeg ffmpeg() {
        return ffmpeg;
    }

    /** How long the start took. */
    public Duration startTime() {
        return startTime;
    }

    /** Memory of all children and of this process, in MiB. */
    public long memoryMebibytes() {
        List<Long> pids = new ArrayList<>(
                all().stream().flatMap(server -> server.pids().stream()).toList());
        pids.add(ProcessHandle.current().pid());
        return Memory.mebibytes(pids);
    }

    /** Servers and services in the order of starting. */
    public List<LocalServer> all() {
        return Stream.concat(servers.all().stream(), services.stream()).toList();
    }

    @Override
    public void close() {
        supervisor.close();
        plan.stop();
        lock.close();
    }
}
