package dev.vireo.seeder.ipfsgateway;

import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.BlockSource;
import dev.vireo.seeder.ipfs.CarWriter;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.MalformedIpfsException;
import dev.vireo.seeder.ipfs.Multihash;
import dev.vireo.seeder.unixfs.DagWalk;
import dev.vireo.seeder.unixfs.UnixFsPath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Answers that callers check for themselves (specs.ipfs.tech/http-gateways/trustless-gateway). */
final class TrustlessAnswers {

    private static final int MOST_DIFFERENT = 1_000_000;
    private static final int TAG_BYTES = 8;

    private final BlockSource blocks;

    TrustlessAnswers(BlockSource blocks) {
        this.blocks = blocks;
    }

    /** One block. */
    Answer raw(ContentRequest request, Block block) {
        Cid cid = block.cid();
        Map<String, String> headers =
                Headers.of(ContentFormat.RAW.mediaType(), "\"" + cid + ".raw\"", Headers.IMMUTABLE);
        headers.put("Content-Disposition", Headers.attachment(request.filename(cid + ".bin")));
        return Ranges.answer(
                request,
                headers,
                block.bytes().length,
                (from, length) -> out -> out.write(block.bytes(), (int) from, (int) length));
    }

    /**
     * An archive: the blocks on the way, then those at its end. What is not to be had breaks it off, as its beginning has been
     * sent by then.
     */
    Answer car(ContentRequest request, UnixFsPath.Found found) {
        CarOptions options = CarOptions.of(request.query(), request.wanted().parameters());
        Cid root = request.path().root();
        Map<String, String> headers = Headers.of(
                ContentFormat.CAR.mediaType() + options.parameters(), tag(request, options), Headers.IMMUTABLE);
        headers.put("Accept-Ranges", "none");
        headers.put("Content-Disposition", Headers.attachment(request.filename(root + ".car")));
        return Answer.ok(headers, -1, out -> write(new Archive(new CarWriter(out, root), options), found));
    }

    private void write(Archive archive, UnixFsPath.Found found) throws IOException {
        for (Block passed : found.passed()) {
            archive.add(passed);
        }
        DagWalk walk = new DagWalk(blocks, found.end().cid(), archive.options.scope(), archive.options.range());
        for (Optional<DagWalk.Step> step = walk.next(); step.isPresent(); step = walk.next()) {
            archive.add(step.get().block());
        }
    }

    /** What is written so far; a block once, unless more is wanted. */
    private record Archive(CarWriter out, CarOptions options, Set<Multihash> written) {

        Archive(CarWriter out, CarOptions options) {
            this(out, options, new HashSet<>());
        }

        void add(Block block) throws IOException {
            if (block.cid().hash().code() == Multihash.IDENTITY) {
                // It stands in its CID.
                return;
            }
            if (options.duplicates() || written.add(block.cid().hash())) {
                out.block(block);
            }
            if (written.size() > MOST_DIFFERENT) {
                throw new MalformedIpfsException(
                        "An archive has more blocks than can be told apart: ask with car-dups=y");
            }
        }
    }

    private static String tag(ContentRequest request, CarOptions options) {
        byte[] what = (request.path().text() + options).getBytes(StandardCharsets.UTF_8);
        byte[] digest = Multihash.sha256(what).digest();
        return "W/\"" + request.path().root() + ".car." + HexFormat.of().formatHex(digest, 0, TAG_BYTES) + "\"";
    }
}
