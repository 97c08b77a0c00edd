package dev.vireo.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.local.server.DataFolder;
import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.Orphans;
import dev.vireo.local.server.OwnedFolders;
import dev.vireo.local.server.ServerException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

final class PlatformIT {
    private final DataFolder data = OwnedFolders.claim(Path.of("target", "real-servers"), "platform");
    private final PlatformOptions options = PlatformOptions.isolated(
                    Path.of(System.getProperty("house.directory", "../..")),
                    data.root().resolve("data"))
            .withServersOnly(true);
    private final PrintStream silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);

    @AfterEach
    void clear() {
        Orphans.end(new DataFolder(options.data()), line -> {});
        OwnedFolders.delete(data.root());
    }

    @Test
    void startsStopsAndStartsAgainWithItsDataAndItsAccounts() {
        String subject;
        List<Long> pids;
        try (Platform platform = Platform.start(options, silent)) {
            subject = subject(platform);
            pids = platform.all().stream()
                    .flatMap(server -> server.pids().stream())
                    .toList();
            assertThat(platform.memoryMebibytes()).isBetween(100L, 3000L);
            assertThatThrownBy(() -> Platform.start(options, silent))
                    .isInstanceOf(ServerException.class)
                    .hasMessageStartingWith("Another platform runs on " + options.data());
        }
        assertThat(pids)
                .hasSizeGreaterThanOrEqualTo(4)
                .noneMatch(pid -> ProcessHandle.of(pid).isPresent());
        try (Platform platform = Platform.start(options, silent)) {
            assertThat(subject(platform)).isEqualTo(subject);
            LocalServer postgres = platform.server("postgres");
            postgres.kill9();
            assertThat(postgres.isRunning()).isFalse();
            postgres.start();
            assertThat(subject(platform)).isEqualTo(subject);
        }
    }

    @Test
    void saysBeforeAnythingStartsThatAPortIsTaken() throws IOException {
        int last = options.number(PortName.ELASTICSEARCH);
        try (ServerSocket other = new ServerSocket()) {
            other.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), last));
            assertThatThrownBy(() -> Platform.start(options, silent))
                    .isInstanceOf(ServerException.class)
                    .hasMessageContaining("Port " + last + ", which elasticsearch needs, is in use");
        }
        assertThat(new DataFolder(options.data()).log("postgres")).doesNotExist();
    }

    private static String subject(Platform platform) {
        String token = platform.keycloak().token("main", "alice", "alice-local");
        String claims = new String(Base64.getUrlDecoder().decode(token.split("\\.", -1)[1]), StandardCharsets.UTF_8);
        assertThat(claims).contains("\"preferred_username\":\"alice\"", "\"creator\"");
        return claims.replaceAll(".*\"sub\":\"([^\"]+)\".*", "$1");
    }
}
