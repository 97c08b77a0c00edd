package dev.vireo.seeder.blockstore;

import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.ipfs.Multihash;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * One line of a denylist (specs.ipfs.tech/compact-denylist-format), as far as it is about whole blocks.
 *
 * @param hash SHA-256 of a name of the block
 * @param content as the list has it, without what allows
 */
@SuppressWarnings("ArrayRecordComponent")
record DenialRule(byte[] hash, String content) {

    private static final String PATH = "/ipfs/";
    private static final String DOUBLE_HASH = "//";
    private static final String BELOW = "/*";
    private static final Pattern HEXADECIMAL = Pattern.compile("[0-9a-f]{64}");
    private static final Pattern BASE58 = Pattern.compile("Qm[1-9A-HJ-NP-Za-km-z]{44}");

    /** Reads a rule; empty when it is about something else. A {@link MalformedIpfsException} when it is none. */
    static Optional<DenialRule> parse(String line) {
        if (line.startsWith(DOUBLE_HASH)) {
            return doubleHash(line);
        }
        if (line.startsWith(PATH)) {
            String rest = line.substring(PATH.length());
            String name = rest.endsWith(BELOW) ? rest.substring(0, rest.length() - BELOW.length()) : rest;
            return name.indexOf('/') < 0 ? Optional.of(of(Cid.parse(name))) : Optional.empty();
        }
        if (line.startsWith("/")) {
            return Optional.empty();
        }
        return Optional.of(of(Cid.parse(line)));
    }

    /** All hashes by which rules may name a block. */
    static List<byte[]> names(Multihash block) {
        return List.of(modern(block), legacy(new Cid(1, Cid.DAG_PB, block)), legacy(Cid.raw(block)));
    }

    private static DenialRule of(Cid cid) {
        return new DenialRule(modern(cid.hash()), PATH + cid);
    }

    private static Optional<DenialRule> doubleHash(String line) {
        String hash = line.substring(DOUBLE_HASH.length());
        if (HEXADECIMAL.matcher(hash).matches()) {
            return Optional.of(new DenialRule(HexFormat.of().parseHex(hash), line));
        }
        // In this base and this length it is SHA-256, whose multihash reads like a CID of version 0.
        return BASE58.matcher(hash).matches()
                ? Optional.of(new DenialRule(Cid.parse(hash).hash().digest(), line))
                : Optional.empty();
    }

    private static byte[] modern(Multihash block) {
        return sha256(block.base58());
    }

    private static byte[] legacy(Cid cid) {
        return sha256(cid + "/");
    }

    private static byte[] sha256(String text) {
        return Multihash.sha256(text.getBytes(StandardCharsets.UTF_8)).digest();
    }
}
