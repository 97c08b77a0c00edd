package dev.vireo.local;

import dev.vireo.local.server.KeycloakServer;
import dev.vireo.local.server.S3Server;
import java.io.PrintStream;
import java.util.List;

/** What the launcher prints when all is ready: where to go, who one is, what to do next. */
final class Welcome {
    private final Platform platform;
    private final PlatformOptions options;

    Welcome(Platform platform, PlatformOptions options) {
        this.platform = platform;
        this.options = options;
    }

    void print(PrintStream out) {
        out.printf(
                "%nReady after %.1f s, %,d MiB of memory.%n%n",
                platform.startTime().toMillis() / 1000.0, platform.memoryMebibytes());
        for (LocalInstance instance : platform.instances()) {
            row(out, "Instance " + instance.id(), "http://" + instance.domain());
        }
        row(out, "Accounts", "alice / alice-local, bob / bob-local (creators), root / root-local (administrator)");
        printInside(out);
        if (!options.serversOnly()) {
            out.printf(
                    "%nNext: open %s, sign in as alice and upload a video; or with any tus client%n",
                    platform.address());
            out.printf("send it to %s/api/v1/uploads. Ctrl-C stops everything.%n", platform.address());
        }
        out.flush();
    }

    private void printInside(PrintStream out) {
        row(
                out,
                "Keycloak console",
                "http://localhost:%d, %s / %s"
                        .formatted(
                                options.number(PortName.KEYCLOAK),
                                KeycloakServer.ADMIN,
                                KeycloakServer.ADMIN_PASSWORD));
        row(
                out,
                "Object store",
                "%s, bucket %s, %s / %s"
                        .formatted(
                                platform.s3().endpoint(),
                                platform.s3().bucket(),
                                S3Server.ACCESS_KEY,
                                S3Server.SECRET_KEY));
        row(out, "Search engine", platform.elasticsearch().address());
        row(
                out,
                "Databases",
                platform.postgres().jdbcUrl("upload") + ", "
                        + platform.postgres().jdbcUrl("transcode") + " (user = database)");
        row(
                out,
                "Ports",
                String.join(
                        ", ",
                        List.of(PortName.values()).stream()
                                .map(port -> port.word() + " " + options.number(port))
                                .toList()));
        row(
                out,
                "Events",
                "infra/local/topic video.v1"
                        + (options.number(PortName.KAFKA) == PortName.KAFKA.standard()
                                ? ""
                                : " --bootstrap " + platform.kafka().bootstrapServers()));
    }

    private static void row(PrintStream out, String name, String value) {
        out.printf("  %-18s %s%n", name, value);
    }
}
