package dev.vireo.seeder.torrent;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;

/**
 * The torrent of one file: an info dictionary of versions 1 and 2 together (BEP 3, 52), with no padding as there is no
 * second file, and the layer of its pieces. What a deployment says around it, as trackers, comes with {@link Framing}.
 * Every value was verified: name, lengths, and the layer against the root.
 */
public final class Metainfo {

    /** Far above what a file of 16 MiB pieces has. */
    private static final int LARGEST = 16 * 1024 * 1024;

    private static final int DEEPEST = 16;
    private static final long TWO = 2;

    private final String name;
    private final FilePieces file;
    private final byte[] info;

    private Metainfo(String name, FilePieces file, byte[] info) {
        this.name = name;
        this.file = file;
        this.info = info;
    }

    static Metainfo of(String name, FilePieces file) {
        String safe = requireSafe(name);
        return new Metainfo(safe, file, Bencode.encode(info(safe, file)));
    }

    /** Reads a file as {@link #bytes(TorrentForm, Framing)} writes it in form HYBRID, and verifies it. */
    public static Metainfo parse(byte[] document) {
        BencodeDecoder.Decoded decoded = new BencodeDecoder(LARGEST, DEEPEST).decode(document);
        if (!(decoded.value() instanceof BencodeDictionary outer)) {
            throw new MalformedTorrentException("Not a dictionary");
        }
        BencodeDictionary info = outer.dictionary("info").orElseThrow(() -> missing("info"));
        BencodeDecoder.Span span = decoded.span("info").orElseThrow(() -> missing("info"));
        byte[] bytes = Arrays.copyOfRange(document, span.from(), span.to());
        if (info.integer("meta version").orElse(0L) != TWO) {
            throw new MalformedTorrentException("Not of version 2");
        }
        String name =
                requireSafe(info.string("name").flatMap(BencodeString::text).orElseThrow(() -> missing("name")));
        Metainfo read = new Metainfo(name, file(info, name, outer), bytes);
        if (!Arrays.equals(read.info, Bencode.encode(info(name, read.file)))) {
            throw new MalformedTorrentException("More than one file, or something unknown in info");
        }
        return read;
    }

    /** Name of the file. */
    public String name() {
        return name;
    }

    /** Bytes of the file. */
    public long size() {
        return file.size();
    }

    /** Bytes of a piece, in both versions. */
    public PieceLength pieceLength() {
        return file.length();
    }

    /** Names the hybrid torrent among clients of version 1. */
    public InfohashV1 infohashV1() {
        return InfohashV1.ofInfo(info);
    }

    /** Names the hybrid torrent among clients of version 2. */
    public InfohashV2 infohashV2() {
        return InfohashV2.ofInfo(info);
    }

    /** Names the torrent for clients that know version 1 alone. */
    public InfohashV1 infohashV1Only() {
        return InfohashV1.ofInfo(infoV1());
    }

    /** The info dictionary, as peers hand it out (BEP 9). */
    public byte[] info(TorrentForm form) {
        return form == TorrentForm.HYBRID ? info.clone() : infoV1();
    }

    /** Root of the file's tree of version 2. */
    public byte[] root() {
        return file.root().bytes();
    }

    /** Roots of the pieces of version 2, one after another; empty when there is one piece only. */
    public byte[] layer() {
        return file.layer().bytes();
    }

    /** The whole {@code .torrent} with what a deployment says around it. */
    public byte[] bytes(TorrentForm form, Framing framing) {
        BencodeDictionary outer = framing.dictionary();
        if (form == TorrentForm.V1) {
            return Bencode.encode(outer.with("info", infoV1(file, name)));
        }
        Map<BencodeString, BencodeValue> layers =
                file.layer().length() == 0 ? Map.of() : Map.of(file.root(), file.layer());
        return Bencode.encode(outer.with("info", info(name, file)).with("piece layers", BencodeDictionary.of(layers)));
    }

    private byte[] infoV1() {
        return Bencode.encode(infoV1(file, name));
    }

    private static BencodeDictionary infoV1(FilePieces file, String name) {
        return BencodeDictionary.empty()
                .with("length", new BencodeInteger(file.size()))
                .with("name", BencodeString.of(name))
                .with("piece length", new BencodeInteger(file.length().bytes()))
                .with("pieces", file.v1());
    }

    private static BencodeDictionary info(String name, FilePieces file) {
        BencodeDictionary leaf = BencodeDictionary.empty()
                .with("length", new BencodeInteger(file.size()))
                .with("pieces root", file.root());
        BencodeDictionary tree =
                BencodeDictionary.empty().with(name, BencodeDictionary.empty().with("", leaf));
        return infoV1(file, name).with("file tree", tree).with("meta version", new BencodeInteger(TWO));
    }

    private static FilePieces file(BencodeDictionary info, String name, BencodeDictionary outer) {
        BencodeDictionary leaf = info.dictionary("file tree")
                .flatMap(tree -> tree.dictionary(name))
                .flatMap(entry -> entry.dictionary(""))
                .orElseThrow(() -> missing("file tree"));
        BencodeString root = leaf.string("pieces root").orElseThrow(() -> missing("pieces root"));
        Optional<BencodeString> layer = outer.dictionary("piece layers")
                .flatMap(layers -> Optional.ofNullable(layers.entries().get(root)))
                .filter(BencodeString.class::isInstance)
                .map(BencodeString.class::cast);
        return new FilePieces(
                info.integer("length").orElseThrow(() -> missing("length")),
                length(info.integer("piece length").orElseThrow(() -> missing("piece length"))),
                info.string("pieces").orElseThrow(() -> missing("pieces")),
                root,
                layer.orElse(BencodeString.of("")));
    }

    private static PieceLength length(long bytes) {
        if (bytes < PieceLength.BLOCK || bytes > PieceLength.LARGEST.bytes() || Long.bitCount(bytes) != 1) {
            throw new MalformedTorrentException("Not the length of a piece: " + bytes);
        }
        return new PieceLength((int) bytes);
    }

    /** A name that is one, not a path. */
    private static String requireSafe(String name) {
        boolean odd = name.isEmpty()
                || name.equals(".")
                || name.equals("..")
                || name.chars().anyMatch(character -> character < ' ' || character == '/' || character == '\\');
        if (odd) {
            throw new MalformedTorrentException("Not the name of a file");
        }
        return name;
    }

    private static MalformedTorrentException missing(String key) {
        return new MalformedTorrentException("No " + key);
    }
}
