package dev.vireo.upload;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The network before the real store: holds its answer to a part until the test lets it pass, or loses it. */
public final class HeldStore implements AutoCloseable {
    private static final Pattern PART = Pattern.compile("^PUT \\S*[?&]partNumber=(\\d+)");

    private final ConcurrentMap<Integer, CompletableFuture<Boolean>> held = new ConcurrentHashMap<>();
    private final Set<Integer> answered = ConcurrentHashMap.newKeySet();
    private final ServerSocket server;
    private final URI store;

    /** Before that store; nothing is held at first. */
    public HeldStore(String store) {
        this.store = URI.create(store);
        try {
            this.server = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        Thread.ofVirtual().start(this::accept);
    }

    /** Where it stands in for the store. */
    public String endpoint() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    /** From now on the answer to the part of that number waits. */
    public void hold(int part) {
        answered.remove(part);
        held.put(part, new CompletableFuture<>());
    }

    /** The store has the part on its disk and has answered, whether or not the answer is held. */
    public boolean has(int part) {
        return answered.contains(part);
    }

    /** Lets the answer pass. */
    public void release(int part) {
        end(part, true);
    }

    /** Cuts the connection in place of the answer. */
    public void lose(int part) {
        end(part, false);
    }

    private void end(int part, boolean passes) {
        Objects.requireNonNull(held.remove(part), "not held").complete(passes);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket near = server.accept();
                Thread.ofVirtual().start(() -> new Connection(near).run());
            } catch (IOException closed) {
                return;
            }
        }
    }

    private final class Connection {
        private final Socket near;

        /** Of the request that runs; 0 when it is for no part. */
        private volatile int part;

        private Connection(Socket near) {
            this.near = near;
        }

        void run() {
            try (near;
                    Socket far = new Socket(store.getHost(), store.getPort())) {
                Thread.ofVirtual().start(() -> passRequests(far));
                passAnswers(far);
            } catch (IOException cut) {
                // Both ends are closed, which is what the service and the store see.
            }
        }

        /** A client sends the head of a request at once, and the next one only after the answer. */
        private void passRequests(Socket far) {
            try (far;
                    near) {
                InputStream in = near.getInputStream();
                OutputStream out = far.getOutputStream();
                byte[] buffer = new byte[64 * 1024];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    Matcher head =
                            PART.matcher(new String(buffer, 0, Math.min(read, 2_000), StandardCharsets.ISO_8859_1));
                    if (head.find()) {
                        part = Integer.parseInt(head.group(1));
                    }
                    out.write(buffer, 0, read);
                }
            } catch (IOException cut) {
                // Both ends are closed.
            }
        }

        private void passAnswers(Socket far) throws IOException {
            InputStream in = far.getInputStream();
            byte[] buffer = new byte[64 * 1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                int of = part;
                part = 0;
                answered.add(of);
                CompletableFuture<Boolean> gate = held.get(of);
                if (gate != null && !gate.join()) {
                    return;
                }
                near.getOutputStream().write(buffer, 0, read);
            }
        }
    }

    @Override
    public void close() {
        held.values().forEach(gate -> gate.complete(false));
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
