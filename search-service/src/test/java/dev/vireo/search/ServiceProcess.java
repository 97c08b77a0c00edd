package dev.vireo.search;

import dev.vireo.local.server.Port;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The service as a process of its own, which can be killed. */
public final class ServiceProcess implements AutoCloseable {
    private final List<String> command = new ArrayList<>();
    private Process process;

    /** Starts one on free ports, with these settings over those in its jar. */
    public ServiceProcess(Map<String, String> settings) {
        command.addAll(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Xmx192m",
                "-cp",
                System.getProperty("java.class.path"),
                SearchServiceApplication.class.getName(),
                "--server.port=" + Port.free().number(),
                "--vireo.grpc.port=" + Port.free().number()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        process = begun();
    }

    /** Without a chance to end anything, and again. */
    public void killAndStart() {
        kill();
        process = begun();
    }

    @Override
    public void close() {
        kill();
    }

    private void kill() {
        process.destroyForcibly().onExit().join();
    }

    private Process begun() {
        try {
            return new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(new File("target/killed-service.log")))
                    .start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
