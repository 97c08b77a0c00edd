package dev.vireo.search.feed;

import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.MessageLite;
import com.google.protobuf.Parser;
import dev.vireo.kit.event.PoisonEventException;

/** Reads facts from the bus. */
final class Facts {
    private Facts() {}

    /** The fact; poison when the bytes are none of that type. */
    static <T extends MessageLite> T parse(String type, Parser<T> parser, byte[] value) {
        try {
            return parser.parseFrom(value);
        } catch (InvalidProtocolBufferException malformed) {
            throw new PoisonEventException("Not a " + type, malformed);
        }
    }
}
