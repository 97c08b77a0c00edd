package dev.vireo.local.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** PostgreSQL with durable settings; its databases, each owned by a role of its name, exist when {@link #start} returns. */
public final class PostgresServer extends LocalServer {
    private static final Duration PREPARE_LIMIT = Duration.ofMinutes(1);

    private final ServerBinaries binaries;
    private final int port;
    private final List<String> databases;

    /** Missing databases are created at every start. */
    public PostgresServer(ServerBinaries binaries, DataFolder data, Port port, List<String> databases) {
        super("postgres", data, List.of(port));
        this.binaries = binaries;
        this.port = port.number();
        this.databases = List.copyOf(databases);
    }

    /** JDBC address of a database on this server. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://127.0.0.1:" + port + "/" + database;
    }

    /** Creates the database and the role of its name (password the same) when missing; returns its JDBC address. */
    public String newDatabase(String name) {
        createDatabase(jdbcUrl("postgres"), name);
        return jdbcUrl(name);
    }

    /** The same on any PostgreSQL that trusts its neighbours, by the address of its own database. */
    public static void createDatabase(String maintenanceUrl, String name) {
        new JdbcDatabases(maintenanceUrl).create(name);
    }

    @Override
    protected ServerCommand prepare() {
        Path cluster = folder().resolve("cluster");
        List<String> prefix = Unprivileged.prefix("PostgreSQL", folder(), log());
        if (!Files.exists(cluster.resolve("PG_VERSION"))) {
            initialise(cluster, prefix);
        }
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(binary("postgres"), "-D", cluster.toString(), "-p", String.valueOf(port)));
        Stream.of(
                        "listen_addresses=127.0.0.1",
                        "unix_socket_directories=",
                        "max_connections=200",
                        "shared_buffers=64MB",
                        "fsync=on",
                        "synchronous_commit=on",
                        "full_page_writes=on",
                        "jit=off",
                        "log_min_messages=warning")
                .forEach(setting -> words.addAll(List.of("-c", setting)));
        return new ServerCommand(words, Map.of(), folder());
    }

    @Override
    protected boolean isHealthy() {
        return ports().getFirst().accepts() && new JdbcDatabases(jdbcUrl("postgres")).answers();
    }

    @Override
    protected void afterStart() {
        databases.forEach(this::newDatabase);
    }

    /** Fast shutdown: TERM would wait for every client to leave. */
    @Override
    protected void requestStop(ProcessHandle running) {
        OneShotProcess.exitCode(
                "Stopping PostgreSQL",
                new ServerCommand(List.of("kill", "-INT", String.valueOf(running.pid())), Map.of(), folder()),
                log(),
                PREPARE_LIMIT);
    }

    /** A postmaster without our own record of it, told by its own file: same folder, so certainly not another's. */
    @Override
    protected void endForeignOrphan() {
        Path pidFile = folder().resolve("cluster/postmaster.pid");
        postmaster(pidFile).ifPresent(orphan -> ProcessTree.end(orphan, () -> requestStop(orphan), stopLimit()));
    }

    private Optional<ProcessHandle> postmaster(Path pidFile) {
        if (!Files.exists(pidFile)) {
            return Optional.empty();
        }
        try (Stream<String> lines = Files.lines(pidFile)) {
            return lines.findFirst()
                    .map(String::strip)
                    .filter(line -> line.matches("[0-9]{1,9}"))
                    .flatMap(line -> ProcessHandle.of(Long.parseLong(line)))
                    .filter(process -> process.info().commandLine().stream()
                            .anyMatch(command -> command.contains(folder().toString())));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void initialise(Path cluster, List<String> prefix) {
        List<String> words = new ArrayList<>(prefix);
        words.addAll(List.of(
                binary("initdb"),
                "-D",
                cluster.toString(),
                "-U",
                "postgres",
                "--auth=trust",
                "--encoding=UTF8",
                "--locale-provider=builtin",
                "--builtin-locale=C.UTF-8",
                "--locale=C",
                "--no-sync"));
        OneShotProcess.run(
                "Creating PostgreSQL's cluster", new ServerCommand(words, Map.of(), folder()), log(), PREPARE_LIMIT);
    }

    private String binary(String name) {
        try (Stream<Path> files = Files.list(binaries.of("postgres"))) {
            Path archive = files.filter(file -> file.toString().endsWith(".txz"))
                    .findFirst()
                    .orElseThrow(() ->
                            new ServerException("No PostgreSQL for this machine's processor is among the servers in "
                                    + binaries.directory() + "."));
            return Archives.unpackedTarXz(archive).resolve("bin").resolve(name).toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
