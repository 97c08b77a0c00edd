package dev.vireo.seeder.ipfs;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** Writes an archive of blocks (CAR version 1, ipld.io/specs/transport/car). */
public final class CarWriter {

    private static final int MAP_OF_TWO = 0xa2;
    private static final int LIST_OF_ONE = 0x81;
    private static final int TEXT_5 = 0x65;
    private static final int TEXT_7 = 0x67;
    private static final int TAG_8_BITS = 0xd8;
    private static final int TAG_CID = 42;
    private static final int BYTES_8_BITS = 0x58;

    private final OutputStream out;

    /** Begins an archive with that root. */
    public CarWriter(OutputStream out, Cid root) throws IOException {
        this.out = out;
        byte[] header = header(root);
        section(header.length);
        out.write(header);
    }

    /** Adds a block. */
    public void block(Block block) throws IOException {
        byte[] cid = block.cid().bytes();
        section(cid.length + block.bytes().length);
        out.write(cid);
        out.write(block.bytes());
    }

    /** How many bytes a block takes in an archive. */
    public static long size(Cid cid, int length) {
        long section = (long) cid.bytes().length + length;
        return Varint.size(section) + section;
    }

    /** How many bytes the beginning takes. */
    public static long headerSize(Cid root) {
        int header = header(root).length;
        return (long) Varint.size(header) + header;
    }

    private void section(long length) throws IOException {
        ByteArrayOutputStream number = new ByteArrayOutputStream();
        Varint.write(length, number);
        out.write(number.toByteArray());
    }

    /** {@code {"roots": [root], "version": 1}} in DAG-CBOR, a CID being tag 42 of a zero byte and its bytes. */
    private static byte[] header(Cid root) {
        byte[] cid = root.bytes();
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(MAP_OF_TWO);
        bytes.write(TEXT_5);
        bytes.writeBytes(new byte[] {'r', 'o', 'o', 't', 's'});
        bytes.write(LIST_OF_ONE);
        bytes.write(TAG_8_BITS);
        bytes.write(TAG_CID);
        bytes.write(BYTES_8_BITS);
        bytes.write(cid.length + 1);
        bytes.write(0);
        bytes.writeBytes(cid);
        bytes.write(TEXT_7);
        bytes.writeBytes(new byte[] {'v', 'e', 'r', 's', 'i', 'o', 'n'});
        bytes.write(1);
        return bytes.toByteArray();
    }
}
