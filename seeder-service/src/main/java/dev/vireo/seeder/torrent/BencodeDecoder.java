package dev.vireo.seeder.torrent;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Reads bencode and accepts a value in its one form only: no leading zeros, no negative zero, keys in order and once,
 * nothing behind the end. Whatever else comes is a {@link MalformedTorrentException}, whatever its bytes are.
 */
public final class BencodeDecoder {

    private static final int LONGEST_NUMBER = 20;

    private final int largest;
    private final int deepest;

    /**
     * A decoder with limits.
     *
     * @param largest bytes of a document
     * @param deepest how many lists and dictionaries may lie in one another
     */
    public BencodeDecoder(int largest, int deepest) {
        this.largest = largest;
        this.deepest = deepest;
    }

    /**
     * A place in a document.
     *
     * @param from its first byte
     * @param to the byte behind its last
     */
    public record Span(int from, int to) {}

    /**
     * What was read.
     *
     * @param value the value
     * @param spans where the values of the outermost dictionary stand, by key
     */
    public record Decoded(BencodeValue value, Map<BencodeString, Span> spans) {

        public Decoded {
            spans = Map.copyOf(spans);
        }

        /** Where the value of a key of the outermost dictionary stands. */
        Optional<Span> span(String key) {
            return Optional.ofNullable(spans.get(BencodeString.of(key)));
        }
    }

    /** Reads a document. */
    public Decoded decode(byte[] document) {
        if (document.length > largest) {
            throw new MalformedTorrentException("More than " + largest + " bytes");
        }
        Reader reader = new Reader(document, deepest);
        BencodeValue value = reader.value(0);
        if (reader.at < document.length) {
            throw reader.malformed("Something behind the end");
        }
        return new Decoded(value, reader.spans);
    }

    /** One walk through one document. */
    private static final class Reader {
        private final byte[] bytes;
        private final int deepest;
        private final Map<BencodeString, Span> spans = new HashMap<>();
        private int at;

        Reader(byte[] bytes, int deepest) {
            this.bytes = bytes;
            this.deepest = deepest;
        }

        BencodeValue value(int depth) {
            int first = peek();
            return switch (first) {
                case 'i' -> {
                    at++;
                    yield new BencodeInteger(number('e'));
                }
                case 'l' -> list(depth);
                case 'd' -> dictionary(depth);
                default -> string();
            };
        }

        private BencodeList list(int depth) {
            enter(depth);
            List<BencodeValue> values = new ArrayList<>();
            while (peek() != 'e') {
                values.add(value(depth + 1));
            }
            at++;
            return new BencodeList(values);
        }

        private BencodeDictionary dictionary(int depth) {
            enter(depth);
            SortedMap<BencodeString, BencodeValue> entries = new TreeMap<>();
            while (peek() != 'e') {
                BencodeString key = string();
                if (!entries.isEmpty() && entries.lastKey().compareTo(key) >= 0) {
                    throw malformed("A key twice, or out of order");
                }
                int from = at;
                entries.put(key, value(depth + 1));
                if (depth == 0) {
                    spans.put(key, new Span(from, at));
                }
            }
            at++;
            return BencodeDictionary.of(entries);
        }

        private void enter(int depth) {
            if (depth >= deepest) {
                throw malformed("More than " + deepest + " in one another");
            }
            at++;
        }

        private BencodeString string() {
            int first = peek();
            if (first < '0' || first > '9') {
                throw malformed("Not the beginning of a value");
            }
            long length = number(':');
            if (length > bytes.length - at) {
                throw malformed("A string that is longer than the rest");
            }
            int from = at;
            at += (int) length;
            return BencodeString.of(bytes, from, at);
        }

        private long number(char end) {
            int from = at;
            while (peek() != end) {
                boolean digit = bytes[at] >= '0' && bytes[at] <= '9';
                boolean sign = end == 'e' && at == from && bytes[at] == '-';
                if (!(digit || sign) || at - from >= LONGEST_NUMBER) {
                    throw malformed("Not a number");
                }
                at++;
            }
            String text = new String(bytes, from, at - from, StandardCharsets.US_ASCII);
            at++;
            return canonical(text);
        }

        private long canonical(String text) {
            try {
                long number = Long.parseLong(text);
                if (Long.toString(number).equals(text)) {
                    return number;
                }
            } catch (NumberFormatException tooLarge) {
                throw malformed("Not a number of 64 bits");
            }
            throw malformed("Not a number's one form");
        }

        private int peek() {
            if (at >= bytes.length) {
                throw malformed("The end is missing");
            }
            return bytes[at];
        }

        private MalformedTorrentException malformed(String what) {
            return new MalformedTorrentException(what + " at byte " + at);
        }
    }
}
