package dev.vireo.local;

import dev.vireo.local.server.LocalServer;
import dev.vireo.local.server.ServerException;
import dev.vireo.local.service.ServiceServer;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;

/** The order of starting and stopping: two JVMs start at a time, services after the servers they need. */
final class StartPlan {
    private static final int AT_A_TIME = 2;

    private final PlatformServers servers;
    private final List<ServiceServer> services;
    private final PrintStream out;
    private final AtomicBoolean stopping = new AtomicBoolean();

    StartPlan(PlatformServers servers, List<ServiceServer> services, PrintStream out) {
        this.servers = servers;
        this.services = services;
        this.out = out;
    }

    /** The queue is first in, first out, so what a task waits for has always begun before it. */
    void start() {
        // Before anything starts: somebody whose port is taken need not wait to be told.
        Stream.concat(services.reversed().stream(), servers.all().reversed().stream())
                .forEach(LocalServer::clearTheWay);
        begin(servers.postgres());
        try (ExecutorService starters = Executors.newFixedThreadPool(AT_A_TIME)) {
            List<CompletableFuture<Void>> all = new ArrayList<>();
            all.add(CompletableFuture.runAsync(() -> begin(servers.keycloak()), starters));
            List<CompletableFuture<Void>> needed = Stream.<LocalServer>of(servers.kafka(), servers.s3())
                    .map(server -> CompletableFuture.runAsync(() -> begin(server), starters))
                    .toList();
            all.addAll(needed);
            CompletableFuture<Void> index = CompletableFuture.runAsync(() -> begin(servers.elasticsearch()), starters);
            all.add(index);
            for (ServiceServer service : services) {
                all.add(CompletableFuture.runAsync(
                        () -> {
                            needed.forEach(CompletableFuture::join);
                            if (service.name().equals(PlatformServices.SEARCH)) {
                                index.join();
                            }
                            begin(service);
                        },
                        starters));
            }
            joinAll(all, starters);
        }
    }

    /** Doors first, PostgreSQL last; whatever has no order among itself stops at the same time. */
    void stop() {
        stopping.set(true);
        stopTogether(services.reversed());
        stopTogether(List.of(servers.keycloak(), servers.elasticsearch(), servers.s3(), servers.kafka()));
        stopTogether(List.of(servers.postgres()));
    }

    private void begin(LocalServer server) {
        if (stopping.get()) {
            return;
        }
        if (server instanceof ServiceServer service && service.isUntrained()) {
            out.printf("  %-18s first start of this build: recording it for quick starts later ...%n", server.name());
        }
        server.start();
        out.printf(
                "  %-18s ready after %.1f s%n",
                server.name(), server.lastStart().toMillis() / 1000.0);
    }

    /** The first failure, or Ctrl-C, ends the other starts at once. */
    private void joinAll(List<CompletableFuture<Void>> starts, ExecutorService starters) {
        try {
            CompletableFuture<Void> failure = new CompletableFuture<>();
            CompletableFuture<?>[] watched = starts.stream()
                    .map(start -> start.whenComplete((ok, problem) -> {
                        if (problem != null) {
                            failure.completeExceptionally(problem);
                        }
                    }))
                    .toArray(CompletableFuture<?>[]::new);
            CompletableFuture.anyOf(failure, CompletableFuture.allOf(watched)).get();
        } catch (ExecutionException e) {
            abandon(starters);
            Throwable cause = e.getCause() instanceof CompletionException wrapped ? wrapped.getCause() : e.getCause();
            throw cause instanceof ServerException sentence ? sentence : new IllegalStateException(cause);
        } catch (InterruptedException e) {
            abandon(starters);
            throw new ServerException("Stopped before everything was ready.", e);
        }
    }

    private void abandon(ExecutorService starters) {
        stopping.set(true);
        starters.shutdownNow();
    }

    private static void stopTogether(List<? extends LocalServer> together) {
        List<Thread> threads = together.stream()
                .map(server -> Thread.ofPlatform().name("stop-" + server.name()).start(server::stop))
                .toList();
        boolean interrupted = false;
        for (Thread thread : threads) {
            while (thread.isAlive()) {
                try {
                    thread.join();
                } catch (InterruptedException e) {
                    // Leaving now would orphan what is still stopping.
                    interrupted = true;
                }
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
