package dev.vireo.seeder.ipfs;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.WireFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A node of links and data (dag-pb, ipld.io/specs/codecs/dag-pb), in its one form: links before data, each link with hash,
 * name and size. Others leave out name or size, and that is read too.
 *
 * @param links in their order
 * @param data for whoever knows what it means; empty for none
 */
@SuppressWarnings("ArrayRecordComponent")
public record DagNode(List<DagLink> links, byte[] data) {

    private static final int LINKS = tag(2);
    private static final int DATA = tag(1);
    private static final int HASH = tag(1);
    private static final int NAME = tag(2);
    private static final int SIZE = 3;

    /** Copies the links. */
    public DagNode {
        links = List.copyOf(links);
    }

    /** Reads a block. */
    public static DagNode decode(byte[] bytes) {
        try {
            return read(CodedInputStream.newInstance(bytes));
        } catch (IOException malformed) {
            throw new MalformedIpfsException("A node of dag-pb is broken", malformed);
        }
    }

    /** Its bytes. */
    public byte[] encode() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        try {
            for (DagLink link : links) {
                out.writeUInt32NoTag(LINKS);
                out.writeByteArrayNoTag(encoded(link));
            }
            if (data.length > 0) {
                out.writeUInt32NoTag(DATA);
                out.writeByteArrayNoTag(data);
            }
            out.flush();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** Bytes of all blocks below, and of its own, whose length is given. */
    public long totalSize(int own) {
        return links.stream().mapToLong(DagLink::size).sum() + own;
    }

    private static byte[] encoded(DagLink link) throws IOException {
        byte[] cid = link.cid().bytes();
        byte[] name = link.name().getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CodedOutputStream out = CodedOutputStream.newInstance(bytes);
        out.writeUInt32NoTag(HASH);
        out.writeByteArrayNoTag(cid);
        out.writeUInt32NoTag(NAME);
        out.writeByteArrayNoTag(name);
        out.writeUInt64(SIZE, link.size());
        out.flush();
        return bytes.toByteArray();
    }

    private static DagNode read(CodedInputStream in) throws IOException {
        List<DagLink> links = new ArrayList<>();
        byte[] data = null;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            if (tag == LINKS) {
                links.add(link(CodedInputStream.newInstance(in.readByteArray())));
            } else if (tag == DATA && data == null) {
                data = in.readByteArray();
            } else {
                throw new MalformedIpfsException("A node of dag-pb has a field that it cannot have");
            }
        }
        return new DagNode(links, data == null ? new byte[0] : data);
    }

    private static DagLink link(CodedInputStream in) throws IOException {
        Cid cid = null;
        String name = "";
        long size = 0;
        int last = 0;
        for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
            int field = WireFormat.getTagFieldNumber(tag);
            if (field <= last) {
                throw new MalformedIpfsException("A link's fields are not in their order");
            }
            last = field;
            if (tag == HASH) {
                cid = Cid.of(in.readByteArray());
            } else if (tag == NAME) {
                name = text(in.readByteArray());
            } else if (tag == (SIZE << 3)) {
                size = in.readUInt64();
            } else {
                throw new MalformedIpfsException("A link has a field that it cannot have");
            }
        }
        if (cid == null || size < 0) {
            throw new MalformedIpfsException("A link leads nowhere, or to more than there can be");
        }
        return new DagLink(name, cid, size);
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException malformed) {
            throw new MalformedIpfsException("A link's name is not UTF-8", malformed);
        }
    }

    private static int tag(int field) {
        return field << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    }
}
