package dev.vireo.seeder.ipfsgateway;

import com.google.protobuf.ByteString;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.BlockSource;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.ipfs.DagLink;
import dev.vireo.seeder.ipfs.Multihash;
import dev.vireo.seeder.unixfs.FileBytes;
import dev.vireo.seeder.unixfs.UnixFsNode;
import dev.vireo.seeder.unixfs.UnixFsPath;
import dev.vireo.seeder.unixfs.UnixFsType;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Answers for browsers: files and directories, put together from blocks (specs.ipfs.tech/http-gateways/path-gateway). */
final class FileAnswers {

    private static final String INDEX = "index.html";
    private static final int MOST_ENTRIES = 1000;
    /** A page of links looks otherwise one day. */
    private static final String LISTING = "public, max-age=604800, stale-while-revalidate=2678400";
    /** Whoever made it has no part in the pages of this platform: scripts run, for players, but as of nobody's origin. */
    private static final String SANDBOX = "sandbox allow-scripts allow-popups allow-presentation";

    private final BlockSource blocks;
    private final UnixFsPath paths;

    FileAnswers(BlockSource blocks, UnixFsPath paths) {
        this.blocks = blocks;
        this.paths = paths;
    }

    Answer answer(ContentRequest request, Block end) {
        UnixFsNode node = UnixFsNode.of(end);
        if (node.isDirectory()) {
            return directory(request, node);
        }
        if (node.data().type() == UnixFsType.SYMLINK) {
            return symlink(node);
        }
        return file(request, node, request.path().lastName(), end.cid());
    }

    private Answer directory(ContentRequest request, UnixFsNode directory) {
        ContentPath path = request.path();
        if (!path.slash()) {
            // Names in a page lead to what is in the directory then.
            String query = request.query().apply("");
            return Answer.moved(path.text() + "/" + (query == null || query.isEmpty() ? "" : "?" + query));
        }
        Optional<UnixFsPath.Found> index = paths.follow(directory.block().cid(), List.of(INDEX));
        if (index.isPresent() && UnixFsNode.of(index.get().end()).isFile()) {
            // The directory is what the address names.
            return file(
                    request,
                    UnixFsNode.of(index.get().end()),
                    INDEX,
                    directory.block().cid());
        }
        List<DagLink> entries = paths.entries(directory, MOST_ENTRIES + 1);
        boolean more = entries.size() > MOST_ENTRIES;
        Cid cid = directory.block().cid();
        String page = DirectoryPage.of(path, cid, more ? entries.subList(0, MOST_ENTRIES) : entries, more);
        Map<String, String> headers = Headers.of("text/html; charset=utf-8", "\"DirIndex-1_CID-" + cid + "\"", LISTING);
        headers.put("Content-Security-Policy", SANDBOX);
        return Answer.of(headers, page.getBytes(StandardCharsets.UTF_8));
    }

    private static Answer symlink(UnixFsNode link) {
        Map<String, String> headers =
                Headers.of("inode/symlink", tag(link.block().cid()), Headers.IMMUTABLE);
        return Answer.of(headers, link.data().bytes().toByteArray());
    }

    private Answer file(ContentRequest request, UnixFsNode file, String name, Cid named) {
        Cid cid = file.block().cid();
        String filename = request.filename(name);
        // Anybody can write what stands in its own CID, so it is nothing that a page could use.
        String type =
                cid.hash().code() == Multihash.IDENTITY ? MediaTypes.TEXT : MediaTypes.of(filename, () -> first(file));
        Map<String, String> headers = Headers.of(type, tag(named), Headers.IMMUTABLE);
        boolean download = "true".equals(request.query().apply("download"));
        if (download || request.query().apply("filename") != null) {
            headers.put("Content-Disposition", download ? Headers.attachment(filename) : Headers.inline(filename));
        }
        if (MediaTypes.isActive(type)) {
            headers.put("Content-Security-Policy", SANDBOX);
        }
        return Ranges.answer(
                request,
                headers,
                file.size(),
                (from, length) -> out -> new FileBytes(blocks, cid, from, length).writeTo(out));
    }

    private static String tag(Cid cid) {
        return "\"" + cid + "\"";
    }

    /** The bytes that a file begins with, to see what it is. */
    private ByteString first(UnixFsNode file) {
        UnixFsNode at = file;
        for (int depth = 0; at.data().bytes().isEmpty() && !at.links().isEmpty() && depth < 8; depth++) {
            Optional<Block> next = blocks.find(at.links().getFirst().cid());
            if (next.isEmpty()) {
                return ByteString.EMPTY;
            }
            at = UnixFsNode.of(next.get());
        }
        return at.data().bytes();
    }
}
