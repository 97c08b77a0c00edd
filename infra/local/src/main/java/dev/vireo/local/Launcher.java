package dev.vireo.local;

import dev.vireo.local.server.ServerException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/** Main class of {@code infra/local/run}: starts the platform, prints how to use it, stops it on Ctrl-C. */
public final class Launcher {
    private static final AtomicBoolean STOPPING = new AtomicBoolean();

    private Launcher() {}

    /** First argument: the repository; then the options of {@code infra/local/run}. */
    public static void main(String[] arguments) {
        List<String> options = List.of(arguments).subList(1, arguments.length);
        System.exit(run(Path.of(arguments[0]), options, System.out));
    }

    private static int run(Path house, List<String> arguments, PrintStream out) {
        CountDownLatch stopped = new CountDownLatch(1);
        try {
            PlatformOptions options = CommandLine.parse(house, arguments, System.getenv());
            out.println("Starting the platform; data and logs are in " + options.data());
            Thread starter = Thread.currentThread();
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(starter, stopped), "stop-platform"));
            serve(options, out);
            return 0;
        } catch (CommandLine.InvalidException | ServerException e) {
            System.err.println(STOPPING.get() ? "Stopped before everything was ready." : e.getMessage());
            return 1;
        } finally {
            stopped.countDown();
        }
    }

    private static void serve(PlatformOptions options, PrintStream out) {
        try (Platform platform = Platform.start(options, out)) {
            new Welcome(platform, options).print(out);
            untilInterrupted();
            out.println("Stopping ...");
        }
        out.println("Everything is stopped; the data stays for the next start.");
    }

    private static void untilInterrupted() {
        try {
            new CountDownLatch(1).await();
        } catch (InterruptedException e) {
            // Ctrl-C or TERM: the way to leave. The flag stays clear, stopping needs to wait for processes.
        }
    }

    /** In the shutdown hook: the main thread stops everything, the JVM waits for it. */
    private static void stop(Thread starter, CountDownLatch stopped) {
        STOPPING.set(true);
        starter.interrupt();
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
