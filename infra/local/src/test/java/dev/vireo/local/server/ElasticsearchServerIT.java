package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class ElasticsearchServerIT {
    private final DataFolder data = OwnedFolders.claim(Path.of("target", "real-servers"), "elasticsearch");
    private final Port port = Port.free();
    private final ElasticsearchServer server = server(port);
    private final RestHttpClient rest = new RestHttpClient(server.address());

    @AfterEach
    void stop() {
        server.kill9();
        OwnedFolders.delete(data.root());
    }

    @Test
    void findsWhatWasIndexedAfterAStopAndAfterAKill() {
        server.start();
        assertThat(rest.get("/_cluster/health")).containsPattern("\"status\":\"(green|yellow)\"");
        rest.put("/film", "{}");
        rest.put("/film/_doc/1?refresh=true", "{\"title\":\"A bird in the reeds\"}");
        assertThat(hits("bird")).isEqualTo(1);
        server.stop();
        assertThat(server.isRunning()).isFalse();
        server.start();
        assertThat(hits("bird")).isEqualTo(1);
        rest.put("/film/_doc/2", "{\"title\":\"Another bird, on no disk but in the log\"}");
        server.kill9();
        server.start();
        assertThat(hits("bird")).isEqualTo(2);
    }

    @Test
    void makesNoIndexThatNobodyAskedFor() {
        server.start();
        assertThatThrownBy(() -> rest.put("/film/_doc/1", "{\"title\":\"A bird in the reeds\"}"))
                .hasMessageContaining("index_not_found_exception");
    }

    @Test
    void endsTheOrphanOfAKilledParent() {
        server.start();
        long orphan = server.pids().getFirst();
        server(port).start();
        assertThat(ProcessHandle.of(orphan).map(ProcessHandle::isAlive).orElse(false))
                .isFalse();
        assertThat(rest.get("/_cluster/health")).contains("\"number_of_nodes\":1");
        Orphans.end(data, line -> {});
    }

    @Test
    void saysWhichPortIsTakenAndHowToChooseAnother() throws IOException {
        Port taken = new Port(port.number(), "--port elasticsearch=N");
        try (ServerSocket socket = new ServerSocket(taken.number(), 1, InetAddress.getLoopbackAddress())) {
            assertThat(socket.isBound()).isTrue();
            assertThatThrownBy(() -> server(taken).start())
                    .isInstanceOf(ServerException.class)
                    .hasMessage("Port " + taken.number()
                            + ", which elasticsearch needs, is in use by another program: stop"
                            + " that program or choose another port with --port elasticsearch=N.");
        }
    }

    private ElasticsearchServer server(Port at) {
        return new ElasticsearchServer(ServerBinaries.locate(), data, at);
    }

    private int hits(String word) {
        String answer = rest.get("/film/_search?filter_path=hits.total.value&q=title:" + word);
        return Integer.parseInt(answer.replaceAll("[^0-9]", ""));
    }
}
