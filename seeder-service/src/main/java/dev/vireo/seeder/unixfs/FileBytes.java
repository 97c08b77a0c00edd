package dev.vireo.seeder.unixfs;

import com.google.protobuf.ByteString;
import dev.vireo.seeder.ipfs.BlockSource;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Reads a file's bytes out of its blocks, one block after the other; no more than the wanted ones are read. */
public final class FileBytes {

    private final DagWalk walk;
    private final long from;
    private final long end;
    private long sent;

    /**
     * Bytes of a file.
     *
     * @param from the first byte
     * @param length how many bytes, all of which the file has
     */
    public FileBytes(BlockSource blocks, Cid file, long from, long length) {
        this.walk = new DagWalk(blocks, file, DagWalk.Scope.ENTITY, new ByteRange(from, from + length - 1));
        this.from = from;
        this.end = from + length;
    }

    /** Writes all of them. Fails when the file has fewer than its nodes say, or as the source of its blocks does. */
    public void writeTo(OutputStream out) throws IOException {
        sent = from;
        for (Optional<DagWalk.Step> step = walk.next(); step.isPresent() && sent < end; step = walk.next()) {
            write(UnixFsNode.of(step.get().block()).data().bytes(), step.get().offset(), out);
        }
        if (sent < end) {
            throw new MalformedIpfsException("A file ends before the size that it says it has");
        }
    }

    private void write(ByteString bytes, long offset, OutputStream out) throws IOException {
        long first = Math.max(sent, offset);
        long last = Math.min(end, offset + bytes.size());
        if (first == sent && first < last) {
            bytes.substring((int) (first - offset), (int) (last - offset)).writeTo(out);
            sent = last;
        }
    }
}
