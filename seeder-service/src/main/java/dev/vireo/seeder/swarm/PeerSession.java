package dev.vireo.seeder.swarm;

import dev.vireo.kit.error.PlatformException;
import dev.vireo.seeder.admission.AddressPrefix;
import dev.vireo.seeder.wire.Extensions;
import dev.vireo.seeder.wire.PeerMessage;
import dev.vireo.seeder.wire.PeerMessage.Bitfield;
import dev.vireo.seeder.wire.PeerMessage.Extended;
import dev.vireo.seeder.wire.PeerMessage.HashRequest;
import dev.vireo.seeder.wire.PeerMessage.Other;
import dev.vireo.seeder.wire.PeerMessage.Piece;
import dev.vireo.seeder.wire.PeerMessage.Reject;
import dev.vireo.seeder.wire.PeerMessage.Signal;
import dev.vireo.seeder.wire.PieceBlock;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * One peer that gets a torrent from us, after the handshakes. It is told that we have everything, waits for a slot, and then
 * gets the blocks that it asks for, one read after another, as fast as it takes them. All on its line's thread.
 */
public final class PeerSession {

    private static final String CLIENT = "Vireo";
    /** How often one may ask for what is not there before it is let go. */
    private static final int PATIENCE = 100;

    /** Number of the message with a block, of which we want none. */
    private static final int PIECE = 7;

    private final PeerLine line;
    private final SeededTorrent torrent;
    private final Peer peer;
    private final Services services;
    private final BlockQueue blocks;
    private final TorrentReads reads;
    private final PeerQuestions questions;
    private final Slot slot = new Slot();
    private boolean interested;
    private boolean served;
    private boolean busy;
    private boolean idling;
    private boolean closed;
    private int offences;

    PeerSession(PeerLine line, SeededTorrent torrent, Peer peer, Services services) {
        this.line = line;
        this.torrent = torrent;
        this.peer = peer;
        this.services = services;
        this.blocks = new BlockQueue(services.properties().connections().requests());
        this.reads = new TorrentReads(services.ranges(), torrent, blocks);
        this.questions = new PeerQuestions(torrent);
    }

    /**
     * What is known of a peer when its session begins.
     *
     * @param address where it comes from
     * @param fast it knows the fast extension
     * @param extensions it knows the extension protocol
     */
    record Peer(AddressPrefix address, boolean fast, boolean extensions) {}

    /** What sessions share. */
    record Services(
            OriginRanges ranges,
            UploadSlots slots,
            SwarmMeters meters,
            SwarmProperties properties,
            Consumer<PeerSession> ended) {}

    /** A place among those who are served; the line's thread hears of it later. */
    private final class Slot implements UploadSlots.Waiting {

        @Override
        public AddressPrefix address() {
            return peer.address();
        }

        @Override
        public void changed() {
            line.execute(PeerSession.this::follow);
        }
    }

    SeededTorrent torrent() {
        return torrent;
    }

    /** Tells the peer what there is. */
    void open() {
        line.send(peer.fast() ? Signal.HAVE_ALL : new Bitfield(torrent.bits()));
        if (peer.extensions()) {
            int requests = services.properties().connections().requests();
            line.send(Extensions.handshake(torrent.info().length, requests, CLIENT));
        }
        giveUpWhenIdle();
    }

    /** Takes a message of the peer. */
    public void take(PeerMessage message) {
        if (closed) {
            return;
        }
        switch (message) {
            case Signal signal -> signal(signal);
            case Bitfield bitfield -> {
                if (Arrays.equals(bitfield.bits(), torrent.bits())) {
                    end(CloseCause.COMPLETE);
                }
            }
            case PeerMessage.Request request -> request(request.block());
            case PeerMessage.Cancel cancel -> cancel(cancel.block());
            case Extended extended -> answer(questions.extended(extended));
            case HashRequest request -> answer(questions.hashes(request));
            case Other other -> other(other.id());
            default -> {
                // What it has, it shares with others.
            }
        }
    }

    private void answer(Optional<PeerMessage> answer) {
        answer.ifPresent(line::send);
        if (questions.tooMany()) {
            end(CloseCause.ABUSE);
        }
    }

    private void other(int id) {
        if (id == PIECE) {
            end(CloseCause.MALFORMED);
        }
    }

    /** The peer took what was sent. */
    public void writable() {
        pump();
    }

    /** The connection is closed. */
    public void closed() {
        if (!closed) {
            closed = true;
            services.slots().leave(slot);
            services.ended().accept(this);
        }
    }

    /** Ends the connection, from any thread. */
    void end(CloseCause cause) {
        line.execute(() -> line.close(cause));
    }

    private void signal(Signal signal) {
        switch (signal) {
            case INTERESTED -> {
                interested = true;
                services.slots().ask(slot);
            }
            case NOT_INTERESTED -> {
                interested = false;
                services.slots().leave(slot);
                follow();
                giveUpWhenIdle();
            }
            case HAVE_ALL -> end(CloseCause.COMPLETE);
            default -> {
                // We want nothing, so it is no matter whether we would get it.
            }
        }
    }

    /** Tells the peer what became of its slot; what was meant for it before counts no more. */
    private void follow() {
        boolean now = services.slots().serves(slot);
        if (closed || served == now) {
            return;
        }
        served = now;
        line.send(now ? Signal.UNCHOKE : Signal.CHOKE);
        if (!now) {
            blocks.drain().forEach(this::reject);
        }
    }

    private void request(PieceBlock block) {
        if (torrent.offset(block).isEmpty()) {
            offend(block);
        } else if (!served || !blocks.add(block)) {
            // A peer whose turn ended may not know it yet.
            reject(block);
        } else {
            pump();
        }
    }

    private void cancel(PieceBlock block) {
        if (blocks.remove(block)) {
            reject(block);
        }
    }

    /** With the fast extension each request has an answer. */
    private void reject(PieceBlock block) {
        services.meters().rejected();
        if (peer.fast()) {
            line.send(new Reject(block));
        }
    }

    private void offend(PieceBlock block) {
        if (++offences > PATIENCE) {
            end(CloseCause.ABUSE);
        } else {
            reject(block);
        }
    }

    /** Reads and sends, until the peer has to take something first, or the origin has to answer. */
    private void pump() {
        while (!busy && !closed && line.writable()) {
            PieceBlock block = blocks.next();
            if (block == null) {
                return;
            }
            CompletableFuture<ByteBuffer> read = reads.read(block);
            if (read.isDone() && !read.isCompletedExceptionally()) {
                give(block, read.join());
            } else {
                busy = true;
                var unused = read.whenComplete((bytes, failure) -> line.execute(() -> arrived(block, bytes, failure)));
            }
        }
    }

    private void arrived(PieceBlock block, @Nullable ByteBuffer bytes, @Nullable Throwable failure) {
        busy = false;
        if (closed) {
            return;
        }
        if (bytes != null) {
            if (served) {
                give(block, bytes);
            } else {
                reject(block);
            }
            pump();
        } else if (failure != null && isGone(failure)) {
            line.close(CloseCause.UNKNOWN);
        } else {
            waitForOrigin(block);
        }
    }

    private void waitForOrigin(PieceBlock block) {
        services.meters().stalled();
        busy = true;
        blocks.putBack(block);
        line.later(services.properties().reads().pause(), () -> {
            busy = false;
            pump();
        });
    }

    private void give(PieceBlock block, ByteBuffer bytes) {
        services.meters().seeded(bytes.remaining());
        line.send(new Piece(block, bytes));
    }

    /** One timer, however often the peer changes its mind. */
    private void giveUpWhenIdle() {
        if (idling) {
            return;
        }
        idling = true;
        line.later(services.properties().connections().idle(), () -> {
            idling = false;
            if (!interested) {
                line.close(CloseCause.IDLE);
            }
        });
    }

    private static boolean isGone(Throwable failure) {
        Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
        return cause instanceof PlatformException known && !known.code().kind().retryable();
    }
}
