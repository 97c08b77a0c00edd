package dev.vireo.seeder.wire;

import dev.vireo.seeder.torrent.Bencode;
import dev.vireo.seeder.torrent.BencodeDecoder;
import dev.vireo.seeder.torrent.BencodeDictionary;
import dev.vireo.seeder.torrent.BencodeInteger;
import dev.vireo.seeder.torrent.BencodeString;
import dev.vireo.seeder.torrent.MalformedTorrentException;
import dev.vireo.seeder.wire.PeerMessage.Extended;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/** The extensions that a seeder needs: their handshake (BEP 10), and handing out the info dictionary (BEP 9). */
public final class Extensions {

    /** Our number for questions about the info dictionary. */
    public static final int METADATA_ID = 2;

    /** Bytes of one part of the info dictionary; the last may have fewer. */
    public static final int METADATA_PART = 16 * 1024;

    private static final String NAMES = "m";
    private static final String METADATA = "ut_metadata";
    private static final String TYPE = "msg_type";
    private static final String PIECE = "piece";
    private static final int ANSWER = 1;
    private static final int REFUSAL = 2;
    private static final int LARGEST = 64 * 1024;
    private static final int DEEPEST = 8;
    private static final int MOST_NUMBER = 255;

    private Extensions() {}

    /**
     * Our handshake of extensions.
     *
     * @param metadataSize bytes of the info dictionary
     * @param queue how many requests may wait
     * @param client name of this software
     */
    public static Extended handshake(int metadataSize, int queue, String client) {
        BencodeDictionary names = BencodeDictionary.empty().with(METADATA, new BencodeInteger(METADATA_ID));
        return new Extended(
                0,
                Bencode.encode(BencodeDictionary.of(Map.of(
                        BencodeString.of(NAMES), names,
                        BencodeString.of("metadata_size"), new BencodeInteger(metadataSize),
                        BencodeString.of("reqq"), new BencodeInteger(queue),
                        // Nothing that such a peer has is of use here (BEP 21).
                        BencodeString.of("upload_only"), new BencodeInteger(1),
                        BencodeString.of("v"), BencodeString.of(client)))));
    }

    /** The peer's number for the info dictionary by its handshake of extensions; empty when it does not know of it. */
    public static OptionalInt metadataId(byte[] handshake) {
        long number = dictionary(handshake)
                .flatMap(outer -> outer.dictionary(NAMES))
                .flatMap(names -> names.integer(METADATA))
                .orElse(0L);
        return number > 0 && number <= MOST_NUMBER ? OptionalInt.of((int) number) : OptionalInt.empty();
    }

    /** Which part of the info dictionary a peer asks for; empty when it says something else. */
    public static OptionalInt metadataRequest(byte[] payload) {
        return dictionary(payload)
                .filter(question -> question.integer(TYPE).orElse(-1L) == 0)
                .flatMap(question -> question.integer(PIECE))
                .filter(piece -> piece >= 0 && piece <= Integer.MAX_VALUE)
                .map(piece -> OptionalInt.of(piece.intValue()))
                .orElseGet(OptionalInt::empty);
    }

    /** The part of the info dictionary, or a refusal when there is no such part. */
    public static Extended metadata(int id, byte[] info, int part) {
        long from = (long) part * METADATA_PART;
        BencodeDictionary answer = BencodeDictionary.empty().with(PIECE, new BencodeInteger(part));
        if (from >= info.length) {
            return new Extended(id, Bencode.encode(answer.with(TYPE, new BencodeInteger(REFUSAL))));
        }
        byte[] head = Bencode.encode(
                answer.with(TYPE, new BencodeInteger(ANSWER)).with("total_size", new BencodeInteger(info.length)));
        int length = (int) Math.min(METADATA_PART, info.length - from);
        byte[] payload = Arrays.copyOf(head, head.length + length);
        System.arraycopy(info, (int) from, payload, head.length, length);
        return new Extended(id, payload);
    }

    /** A peer whose bencode is odd is taken for one that says nothing. */
    private static Optional<BencodeDictionary> dictionary(byte[] payload) {
        try {
            return Optional.of(
                            new BencodeDecoder(LARGEST, DEEPEST).decode(payload).value())
                    .filter(BencodeDictionary.class::isInstance)
                    .map(BencodeDictionary.class::cast);
        } catch (MalformedTorrentException odd) {
            return Optional.empty();
        }
    }
}
