package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PostgresServerIT {
    private final DataFolder data = OwnedFolders.claim(Path.of("target", "real-servers"), "postgres");
    private final Port port = Port.free();
    private final PostgresServer server = server(port);

    @AfterEach
    void stop() {
        server.kill9();
        OwnedFolders.delete(data.root());
    }

    @Test
    void keepsWhatWasCommittedOverAKillAndIsDurable() throws SQLException {
        server.start();
        execute("create table kept (id int)");
        execute("insert into kept values (7)");
        server.kill9();
        server.start();
        assertThat(query("select id from kept")).isEqualTo("7");
        assertThat(query("show fsync")).isEqualTo("on");
        assertThat(query("show synchronous_commit")).isEqualTo("on");
        assertThat(query("show full_page_writes")).isEqualTo("on");
    }

    @Test
    void endsTheOrphanOfAKilledParent() throws SQLException {
        server.start();
        long orphan = server.pids().getFirst();
        server(port).start();
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(query("select 1")).isEqualTo("1");
        Orphans.end(data, line -> {});
    }

    @Test
    void endsAPostmasterThatOnlyItsOwnFileTellsOf() throws IOException {
        server.start();
        long orphan = server.pids().getFirst();
        Files.delete(data.pidFile("postgres"));
        server(port).start();
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        Orphans.end(data, line -> {});
    }

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() throws IOException {
        Port taken = new Port(port.number(), "--port postgres=N");
        try (ServerSocket socket = new ServerSocket(taken.number(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(() -> server(taken).start())
                    .isInstanceOf(ServerException.class)
                    .hasMessage("Port " + taken.number() + ", which postgres needs, is in use by another program: stop"
                            + " that program or choose another port with --port postgres=N.");
        }
    }

    private PostgresServer server(Port at) {
        return new PostgresServer(ServerBinaries.locate(), data, at, List.of("upload"));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("upload"), "upload", "upload");
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private String query(String sql) throws SQLException {
        try (Connection connection = DriverManager.getConnection(server.jdbcUrl("upload"), "upload", "upload");
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getString(1);
        }
    }
}
