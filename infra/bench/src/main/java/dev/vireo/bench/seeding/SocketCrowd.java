package dev.vireo.bench.seeding;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** Browsers by WebSocket in some swarms, all connected at the same time; each hands in offers for others. */
final class SocketCrowd implements AutoCloseable {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    /** So many connect at a time. */
    private static final int AT_A_TIME = 200;

    private static final int OFFERS = 3;
    /** About what a browser's description of a data channel has. */
    private static final String DESCRIPTION = "v=0 a=candidate ".repeat(30);

    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Selector selector = Selector.open();
    private final List<SocketPeer> peers = new ArrayList<>();
    private final List<byte[]> hashes;
    private int announced;

    SocketCrowd(List<byte[]> hashes) throws IOException {
        this.hashes = List.copyOf(hashes);
    }

    /** Returns when so many are connected and were told that they are in their swarms. */
    void connect(int count, InetSocketAddress tracker) throws IOException {
        long end = System.nanoTime() + LIMIT.toNanos();
        while (announced < count) {
            while (peers.size() < count && peers.size() - announced < AT_A_TIME) {
                peers.add(new SocketPeer(peers.size(), announce(peers.size()), tracker, selector));
            }
            selector.select(this::step, 100);
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Only " + announced + " of " + count + " are in their swarms");
            }
        }
    }

    /** Stays connected so long. */
    void stay(Duration time) throws IOException {
        long end = System.nanoTime() + time.toNanos();
        while (System.nanoTime() < end) {
            selector.select(this::step, 100);
        }
    }

    private void step(SelectionKey key) {
        try {
            if (((SocketPeer) key.attachment()).step(key)) {
                announced++;
            }
        } catch (IOException gone) {
            throw new UncheckedIOException("After " + announced + " announces", gone);
        }
    }

    private String announce(int number) {
        byte[] hash = hashes.get(number % hashes.size());
        ObjectNode message = JSON.createObjectNode()
                .put("action", "announce")
                .put("info_hash", new String(hash, StandardCharsets.ISO_8859_1))
                .put("peer_id", "-BE0001-%012d".formatted(number))
                .put("event", "started")
                .put("left", 1)
                .put("numwant", OFFERS);
        message.putArray("offers")
                .addAll(IntStream.range(0, OFFERS)
                        .mapToObj(offer -> offer(number, offer))
                        .collect(Collectors.toList()));
        return message.toString();
    }

    private static ObjectNode offer(int number, int offer) {
        ObjectNode entry = JSON.createObjectNode().put("offer_id", "%018d-%d".formatted(number, offer));
        entry.putObject("offer").put("type", "offer").put("sdp", DESCRIPTION);
        return entry;
    }

    @Override
    public void close() throws IOException {
        for (SocketPeer peer : peers) {
            peer.close();
        }
        selector.close();
    }
}
