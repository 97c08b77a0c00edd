package dev.vireo.bench.seeding;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Peers of some swarms that announce in turn, so many at a time. */
final class UdpCrowd implements AutoCloseable {
    /** More than a tracker works on at once, fewer than its socket holds. */
    private static final int AT_A_TIME = 128;

    private static final int LARGEST_ANSWER = 2048;
    private static final Duration PATIENCE = Duration.ofSeconds(1);
    /** What may get lost before it is no load any more. */
    private static final int LOSSES = 100;

    private final Selector selector = Selector.open();
    private final List<UdpPeer> peers = new ArrayList<>();
    private final ByteBuffer answer = ByteBuffer.allocateDirect(LARGEST_ANSWER);
    private int turn;
    private int answered;
    private long found;

    /** All have a connection id when this returns. */
    UdpCrowd(int size, InetSocketAddress tracker, List<byte[]> hashes) throws IOException {
        for (int number = 0; number < size; number++) {
            peers.add(new UdpPeer(number, hashes.get(number % hashes.size()), tracker, selector));
        }
        ask(size);
    }

    /** Announces that were answered, and how many peers each answer had in the mean. */
    record Announced(int count, double peers) {}

    /** Lets them announce so many times in all. */
    Announced announce(int count) throws IOException {
        found = 0;
        ask(count);
        return new Announced(answered, found / (double) answered);
    }

    private void ask(int count) throws IOException {
        answered = 0;
        int waiting = 0;
        int asked = 0;
        int lost = 0;
        while (answered + lost < count) {
            for (; waiting < AT_A_TIME && asked < count; asked++) {
                peers.get(turn++ % peers.size()).ask();
                waiting++;
            }
            int before = answered;
            selector.select(this::hear, PATIENCE.toMillis());
            waiting -= answered - before;
            if (answered == before) {
                lost += waiting;
                waiting = 0;
                if (lost > LOSSES + count / LOSSES) {
                    throw new IllegalStateException(lost + " of " + asked + " questions were not answered");
                }
            }
        }
    }

    private void hear(SelectionKey ready) {
        int heard = ((UdpPeer) ready.attachment()).hear(answer);
        if (heard >= 0) {
            answered++;
            found += heard;
        }
    }

    @Override
    public void close() throws IOException {
        for (UdpPeer peer : peers) {
            peer.close();
        }
        selector.close();
    }
}
