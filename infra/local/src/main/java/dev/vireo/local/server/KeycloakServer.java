package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Keycloak on a PostgreSQL database; one realm per instance exists when {@link #start} returns. */
public final class KeycloakServer extends LocalServer {
    /** The account of Keycloak's own console, local platform only. */
    public static final String ADMIN = "admin";
    /** Its password. */
    public static final String ADMIN_PASSWORD = "admin-local";

    private static final int HEAP_MEBIBYTES = 320;
    private static final List<String> LINKED = List.of("lib", "providers", "themes");

    private final ServerBinaries binaries;
    private final int port;
    private final int managementPort;
    private final String jdbcUrl;
    private final List<Realm> realms;

    /** The database (user and password {@code keycloak}) must exist before the start. */
    public KeycloakServer(
            ServerBinaries binaries,
            DataFolder data,
            Port port,
            Port managementPort,
            String jdbcUrl,
            List<Realm> realms) {
        super("keycloak", data, List.of(port, managementPort));
        this.binaries = binaries;
        this.port = port.number();
        this.managementPort = managementPort.number();
        this.jdbcUrl = jdbcUrl;
        this.realms = List.copyOf(realms);
    }

    /** Tokens and addresses of the realms. */
    public KeycloakRealms realms() {
        return new KeycloakRealms(address());
    }

    /** The address that is part of every issuer. */
    public String address() {
        return "http://localhost:" + port;
    }

    @Override
    protected ServerCommand prepare() {
        Path distribution = distribution();
        build(distribution);
        Path home = home(distribution);
        List<String> words = new ArrayList<>(List.of(
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Dpicocli.disable.closures=true",
                "-Dquarkus-log-max-startup-records=10000",
                "-XX:MaxMetaspaceSize=256m",
                "--add-opens=java.base/java.util=ALL-UNNAMED",
                "--add-opens=java.base/java.util.concurrent=ALL-UNNAMED",
                "--add-opens=java.base/java.security=ALL-UNNAMED",
                "--add-opens=java.base/java.lang=ALL-UNNAMED",
                "--enable-native-access=ALL-UNNAMED",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory=io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                // Otherwise each pooled connection fails one sign-in after PostgreSQL was restarted.
                "-Dquarkus.datasource.jdbc.validate-on-borrow=true",
                "-cp",
                distribution.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint"));
        words.addAll(List.of(
                "start",
                "--optimized",
                "--http-enabled=true",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--http-management-port=" + managementPort,
                "--hostname=" + address(),
                "--cache=local",
                "--log-level=warn,org.keycloak.quarkus:info",
                "--db-url=" + jdbcUrl,
                "--db-username=keycloak",
                "--db-password=keycloak"));
        return new ServerCommand(
                ServerBinaries.java(HEAP_MEBIBYTES, words),
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", ADMIN, "KC_BOOTSTRAP_ADMIN_PASSWORD", ADMIN_PASSWORD),
                home);
    }

    @Override
    protected boolean isHealthy() {
        return ports().getLast().accepts()
                && HealthHttpClient.isReady("http://127.0.0.1:" + managementPort + "/health/ready");
    }

    @Override
    protected void afterStart() {
        if (realms.stream().allMatch(this::isUpToDate)) {
            return;
        }
        realms().ensure(realms);
        realms.forEach(this::noteDomain);
    }

    private void noteDomain(Realm realm) {
        try {
            Files.writeString(note(realm), realm.domain());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private boolean isUpToDate(Realm realm) {
        try {
            return Files.exists(note(realm)) && Files.readString(note(realm)).equals(realm.domain());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path note(Realm realm) {
        return folder().resolve(realm.name() + ".domain");
    }

    private Path distribution() {
        Path parent = binaries.of("keycloak");
        try (Stream<Path> folders = Files.list(parent)) {
            return folders.filter(Files::isDirectory)
                    .findFirst()
                    .orElseThrow(() -> new ServerException("No Keycloak is unpacked in " + parent + "."));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Build-time options are compiled in once per unpacked version; every later start is an optimised one. */
    private void build(Path distribution) {
        Path marker = distribution.resolveSibling(distribution.getFileName() + ".built");
        ExclusiveWork.run(distribution.resolveSibling("build.lock"), () -> {
            if (Files.exists(marker)) {
                return;
            }
            ServerCommand build = new ServerCommand(
                    List.of(
                            "sh",
                            distribution.resolve("bin/kc.sh").toString(),
                            "build",
                            "--db=postgres",
                            "--health-enabled=true"),
                    Map.of("JAVA_HOME", System.getProperty("java.home"), "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1"),
                    distribution);
            OneShotProcess.run("Building Keycloak", build, log(), Duration.ofMinutes(5));
            Files.createFile(marker);
        });
    }

    /** A home of its own on the shared distribution, so that several instances can run. */
    private Path home(Path distribution) {
        Path home = folder().resolve("home");
        try {
            Files.createDirectories(home.resolve("conf"));
            Files.createDirectories(home.resolve("data"));
            for (String name : LINKED) {
                Files.deleteIfExists(home.resolve(name));
                Files.createSymbolicLink(home.resolve(name), distribution.resolve(name));
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
