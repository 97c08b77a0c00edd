package dev.vireo.seeder.ipfs;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.dataformat.cbor.CBORFactory;
import tools.jackson.dataformat.cbor.CBORParser;

/**
 * Reads an archive of blocks (CAR version 1, ipld.io/specs/transport/car), one after the other; each is checked against its
 * CID. Whatever is not so, or too large, is refused.
 */
public final class CarReader {

    private static final int LONGEST_HEADER = 64 * 1024;
    private static final int LONGEST_CID = 200;
    private static final int TAG_CID = 42;
    private static final int DEEPEST = 4;

    private static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private final InputStream in;
    private final List<Cid> roots;

    /** Begins to read; the stream is buffered and closed by the caller. */
    public CarReader(InputStream in) throws IOException {
        this.in = in;
        byte[] header =
                section(LONGEST_HEADER).orElseThrow(() -> new MalformedIpfsException("An archive has no beginning"));
        this.roots = roots(header);
    }

    /** What the archive is about. */
    public List<Cid> roots() {
        return roots;
    }

    /** The next block; empty at the end. */
    public Optional<Block> next() throws IOException {
        Optional<byte[]> section = section(Block.LONGEST + LONGEST_CID);
        if (section.isEmpty()) {
            return Optional.empty();
        }
        ByteBuffer buffer = ByteBuffer.wrap(section.get());
        Cid cid = Cid.read(buffer);
        byte[] bytes = new byte[buffer.remaining()];
        buffer.get(bytes);
        Block block = new Block(cid, bytes);
        if (!block.isWhole()) {
            throw new MalformedIpfsException("A block of an archive is not what its CID names: " + cid);
        }
        return Optional.of(block);
    }

    private Optional<byte[]> section(int longest) throws IOException {
        ByteBuffer number = ByteBuffer.allocate(Long.BYTES + 1);
        int next;
        do {
            next = in.read();
            if (next < 0 && number.position() == 0) {
                return Optional.empty();
            }
            if (next < 0 || !number.hasRemaining()) {
                throw new MalformedIpfsException("An archive is cut off, or a length in it is too long");
            }
            number.put((byte) next);
        } while (next > Byte.MAX_VALUE);
        long length = Varint.read(number.flip());
        if (length == 0 || length > longest) {
            throw new MalformedIpfsException("A part of an archive has " + length + " bytes");
        }
        byte[] bytes = in.readNBytes((int) length);
        if (bytes.length < length) {
            throw new EOFException("An archive is cut off");
        }
        return Optional.of(bytes);
    }

    private static List<Cid> roots(byte[] header) {
        List<Cid> found = new ArrayList<>();
        long version = 0;
        try (CBORParser parser =
                (CBORParser) CBOR.createParser(ObjectReadContext.empty(), new ByteArrayInputStream(header))) {
            require(parser.nextToken() == JsonToken.START_OBJECT);
            for (String name = parser.nextName(); name != null; name = parser.nextName()) {
                switch (name) {
                    case "version" -> version = parser.nextLongValue(0);
                    case "roots" -> readRoots(parser, found);
                    default -> throw new MalformedIpfsException("An archive's beginning has a field " + name);
                }
            }
        } catch (JacksonException malformed) {
            throw new MalformedIpfsException("An archive's beginning is not CBOR", malformed);
        }
        if (version != 1) {
            throw new MalformedIpfsException("An archive has version " + version + "; only 1 is read");
        }
        return List.copyOf(found);
    }

    private static void readRoots(CBORParser parser, List<Cid> into) {
        require(parser.nextToken() == JsonToken.START_ARRAY);
        while (parser.nextToken() == JsonToken.VALUE_EMBEDDED_OBJECT) {
            require(parser.getCurrentTag() == TAG_CID);
            byte @Nullable [] bytes = parser.getBinaryValue();
            // There is nothing for what CBOR calls undefined.
            require(bytes != null);
            into.add(Cid.ofCbor(bytes));
        }
        require(parser.currentToken() == JsonToken.END_ARRAY);
    }

    private static void require(boolean holds) {
        if (!holds) {
            throw new MalformedIpfsException("An archive's beginning is not {roots, version}");
        }
    }
}
