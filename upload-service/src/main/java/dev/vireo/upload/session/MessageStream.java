package dev.vireo.upload.session;

import com.google.protobuf.ByteString;
import dev.vireo.kit.error.KitErrorCode;
import dev.vireo.kit.error.PlatformException;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/**
 * The data of a client's messages as a stream: one message waits at most, the next is asked for when it is taken. A
 * client that sends nothing for too long is not waited for: it may be gone without a word.
 */
final class MessageStream extends InputStream {
    private final BlockingQueue<Item> items = new LinkedBlockingQueue<>();
    private final Runnable askForNext;
    private final Duration idleLimit;
    private ByteString present = ByteString.EMPTY;
    private int at;
    private boolean ended;

    MessageStream(Runnable askForNext, Duration idleLimit) {
        this.askForNext = askForNext;
        this.idleLimit = idleLimit;
    }

    private sealed interface Item {}

    private record Data(ByteString bytes) implements Item {}

    private record End() implements Item {}

    private record Broken(IOException cause) implements Item {}

    void add(ByteString data) {
        items.add(new Data(data));
    }

    void end() {
        items.add(new End());
    }

    void fail(Throwable cause) {
        items.add(new Broken(new IOException("The client's stream broke", cause)));
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        while (at == present.size() && !ended) {
            take();
        }
        if (at == present.size()) {
            return -1;
        }
        int count = Math.min(length, present.size() - at);
        present.substring(at, at + count).copyTo(bytes, offset);
        at += count;
        return count;
    }

    private void take() throws IOException {
        try {
            switch (items.poll(idleLimit.toNanos(), TimeUnit.NANOSECONDS)) {
                case Data data -> {
                    present = data.bytes();
                    at = 0;
                    askForNext.run();
                }
                case End end -> ended = true;
                case Broken broken -> throw broken.cause();
                case null ->
                    throw new PlatformException(
                            KitErrorCode.TIMED_OUT,
                            "No bytes came for " + idleLimit.toSeconds()
                                    + " s: ask for the upload's offset and go on there.");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", interrupted);
        }
    }
}
