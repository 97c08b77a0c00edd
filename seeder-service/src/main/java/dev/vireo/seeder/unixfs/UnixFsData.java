package dev.vireo.seeder.unixfs;

import com.google.protobuf.ByteString;
import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a node of UnixFS says in its data (specs.ipfs.tech/unixfs). Times and modes are read over.
 *
 * @param type what it is
 * @param bytes of a file or a symlink, or the bits of a shard
 * @param size of a file or of a part of one; -1 when it is not said
 * @param parts sizes of the parts that the links lead to
 * @param hashType which function a shard's names are hashed by; 0 for none
 * @param fanout how many places a shard has; 0 for none
 */
public record UnixFsData(UnixFsType type, ByteString bytes, long size, List<Long> parts, long hashType, long fanout) {

    /** MurmurHash3 of 64 bits, by which shards place names. */
    static final long MURMUR3 = 0x22;

    private static final int TYPE = 1;
    private static final int DATA = 2;
    private static final int SIZE = 3;
    private static final int PART = 4;
    private static final int HASH_TYPE = 5;
    private static final int FANOUT = 6;

    /** Copies the sizes. */
    public UnixFsData {
        parts = List.copyOf(parts);
    }

    /** A file, or a part of one, of bytes or of other parts. */
    static UnixFsData file(ByteString bytes, long size, List<Long> parts) {
        return new UnixFsData(UnixFsType.FILE, bytes, size, parts, 0, 0);
    }

    /** A directory in one node. */
    static UnixFsData directory() {
        return new UnixFsData(UnixFsType.DIRECTORY, ByteString.EMPTY, -1, List.of(), 0, 0);
    }

    /** A part of a directory that is too large for one node. */
    static UnixFsData shard(ByteString bits, long fanout) {
        return new UnixFsData(UnixFsType.HAMT_SHARD, bits, -1, List.of(), MURMUR3, fanout);
    }

    /** Reads a node's data. */
    public static UnixFsData decode(byte[] bytes) {
        try {
            return read(CodedInputStream.newInstance(bytes));
        } catch (IOException malformed) {
            throw new MalformedIpfsException("Data of UnixFS is broken", malformed);
        }
    }

    /** As a node has it. */
    byte[] encode() {
        ByteString.Output bytes = ByteString.newOutput();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            out.writeEnum(TYPE, type.number());
            if (!this.bytes.isEmpty()) {
                out.writeBytes(DATA, this.bytes);
            }
            if (size >= 0) {
                out.writeUInt64(SIZE, size);
            }
            for (long part : parts) {
                out.writeUInt64(PART, part);
            }
            if (hashType != 0) {
                out.writeUInt64(HASH_TYPE, hashType);
                out.writeUInt64(FANOUT, fanout);
            }
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteString().toByteArray();
    }

    private static UnixFsData read(CodedInputStream in) throws IOException {
        int type = -1;
        ByteString data = ByteString.EMPTY;
        long size = -1;
        List<Long> parts = new ArrayList<>();
        long hashType = 0;
        long fanout = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            switch (WireFormat.getTagFieldNumber(tag)) {
                case TYPE -> type = in.readEnum();
                case DATA -> data = in.readBytes();
                case SIZE -> size = in.readUInt64();
                case PART -> parts(in, tag, parts);
                case HASH_TYPE -> hashType = in.readUInt64();
                case FANOUT -> fanout = in.readUInt64();
                default -> in.skipField(tag);
            }
        }
        return new UnixFsData(UnixFsType.of(type), data, size, parts, hashType, fanout);
    }

    /** Some write them one by one, some together. */
    private static void parts(CodedInputStream in, int tag, List<Long> into) throws IOException {
        if (WireFormat.getTagWireType(tag) == WireFormat.WIRETYPE_VARINT) {
            into.add(in.readUInt64());
            return;
        }
        int end = in.pushLimit(in.readRawVarint32());
        while (in.getBytesUntilLimit() > 0) {
            into.add(in.readUInt64());
        }
        in.popLimit(end);
    }
}
