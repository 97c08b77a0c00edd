package dev.vireo.seeder.ipfs;

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

/** Links in documents of DAG-CBOR (ipld.io/specs/codecs/dag-cbor); nothing else of these is read. */
public final class DagCbor {

    private static final int TAG_CID = 42;
    private static final int DEEPEST = 64;

    private static final CBORFactory CBOR = CBORFactory.builder()
            .streamReadConstraints(
                    StreamReadConstraints.builder().maxNestingDepth(DEEPEST).build())
            .build();

    private DagCbor() {}

    /**
     * A link that names lead to.
     *
     * @param names how many of the names it took
     */
    public record Found(Cid cid, int names) {}

    /** All links, in their order. */
    public static List<Cid> links(Block block) {
        List<Cid> found = new ArrayList<>();
        try (CBORParser parser = parser(block)) {
            while (parser.nextToken() != null) {
                if (isLink(parser)) {
                    found.add(link(parser));
                }
            }
        } catch (JacksonException malformed) {
            throw new MalformedIpfsException("A document of DAG-CBOR is broken", malformed);
        }
        return found;
    }

    /** The first link that these names, of fields and places in lists, lead to; empty when they lead to none. */
    public static Optional<Found> follow(Block block, List<String> names) {
        try (CBORParser parser = parser(block)) {
            parser.nextToken();
            for (int taken = 0; taken <= names.size(); taken++) {
                if (isLink(parser)) {
                    return Optional.of(new Found(link(parser), taken));
                }
                if (taken == names.size() || !enter(parser, names.get(taken))) {
                    return Optional.empty();
                }
            }
            return Optional.empty();
        } catch (JacksonException malformed) {
            throw new MalformedIpfsException("A document of DAG-CBOR is broken", malformed);
        }
    }

    /** Goes to a field of a map, or to a place in a list; false when there is none of that name. */
    private static boolean enter(CBORParser parser, String name) {
        JsonToken begin = parser.currentToken();
        if (begin != JsonToken.START_OBJECT && begin != JsonToken.START_ARRAY) {
            return false;
        }
        int place = 0;
        for (JsonToken token = parser.nextToken(); token != null && !token.isStructEnd(); token = parser.nextToken()) {
            String called = begin == JsonToken.START_OBJECT ? parser.currentName() : String.valueOf(place++);
            if (begin == JsonToken.START_OBJECT) {
                parser.nextToken();
            }
            if (name.equals(called)) {
                return true;
            }
            parser.skipChildren();
        }
        return false;
    }

    private static boolean isLink(CBORParser parser) {
        return parser.currentToken() == JsonToken.VALUE_EMBEDDED_OBJECT && parser.getCurrentTag() == TAG_CID;
    }

    private static Cid link(CBORParser parser) {
        byte @Nullable [] bytes = parser.getBinaryValue();
        if (bytes == null) {
            throw new MalformedIpfsException("A link of DAG-CBOR has no bytes");
        }
        return Cid.ofCbor(bytes);
    }

    private static CBORParser parser(Block block) {
        return (CBORParser) CBOR.createParser(ObjectReadContext.empty(), block.bytes());
    }
}
