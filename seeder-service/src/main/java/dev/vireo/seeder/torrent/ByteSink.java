package dev.vireo.seeder.torrent;

import java.nio.ByteBuffer;

/** Takes a file's bytes in their order, in parts of any size: what joins the one pass over a file. */
@FunctionalInterface
public interface ByteSink {

    /** Takes what remains in the buffer, up to its limit; keeps nothing of it. */
    void accept(ByteBuffer bytes);
}
