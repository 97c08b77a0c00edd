package dev.vireo.seeder.ipfsgateway;

import static dev.vireo.seeder.ipfsgateway.GatewayClient.get;
import static dev.vireo.seeder.ipfsgateway.GatewayClient.header;
import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.seeder.blockstore.StoredBlocks;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.CarReader;
import dev.vireo.seeder.ipfs.Cid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Cases of the public suite for gateways (ipfs/gateway-conformance), on its own archives where a machine has them. */
final class ConformanceIT {
    private static final Path FIXTURES =
            Path.of(System.getProperty("house.directory", "..") + "/../shared/ipfs/conformance-fixtures");
    private static final String SUBDIR = "trustless_gateway_car/subdir-with-two-single-block-files.car";
    private static final String MIXED = "trustless_gateway_car/subdir-with-mixed-block-files.car";
    private static final String HAMT = "trustless_gateway_car/single-layer-hamt-with-multi-block-files.car";
    private static final String DUPLICATES = "trustless_gateway_car/dir-with-duplicate-files.car";
    private static final String HOLE = "trustless_gateway_car/file-3k-and-3-blocks-missing-block.car";
    private static final String FILES = "path_gateway_unixfs/dir-with-files.car";
    private static final String CACHE = "gateway-cache/fixtures.car";
    private static final String LISTING = "dir_listing/fixtures.car";
    private static final List<String> PARTS = List.of(
            "bafkreie5noke3mb7hqxukzcy73nl23k6lxszxi5w3dtmuwz62wnvkpsscm",
            "bafkreih4ephajybraj6wnxsbwjwa77fukurtpl7oj7t7pfq545duhot7cq",
            "bafkreigu7buvm3cfunb35766dn7tmqyh2um62zcio63en2btvxuybgcpue",
            "bafkreicll3huefkc3qnrzeony7zcfo7cr3nbx64hnxrqzsixpceg332fhe",
            "bafkreifst3pqztuvj57lycamoi7z34b4emf7gawxs74nwrc2c7jncmpaqm");
    private static final boolean THERE = Files.exists(FIXTURES);

    /** An archive whose blocks are stored, by its root. */
    private static Cid stored(String file) throws IOException {
        CarReader reader = new CarReader(new ByteArrayInputStream(Files.readAllBytes(FIXTURES.resolve(file))));
        List<Block> blocks = new ArrayList<>();
        for (Optional<Block> next = reader.next(); next.isPresent(); next = reader.next()) {
            blocks.add(next.get());
        }
        StoredBlocks.store(reader.roots().getFirst(), blocks);
        return reader.roots().getFirst();
    }

    @Test
    void archivesHaveWhatThePathNeedsAndWhatIsAtItsEnd() throws IOException {
        if (!THERE) {
            return;
        }
        Cid root = stored(SUBDIR);
        String subdir = cid(root + "/subdir");
        String ascii = cid(root + "/subdir/ascii.txt");
        assertThat(archive(root + "/subdir/ascii.txt")).containsExactly(root.toString(), subdir, ascii);
        assertThat(archive(root + "/subdir", "dag-scope=block")).containsExactly(root.toString(), subdir);
        assertThat(archive(root.toString(), "dag-scope=entity")).containsExactly(root.toString());
        assertThat(get("/ipfs/" + root + "/subdir/i-do-not-exist?format=car").statusCode())
                .isEqualTo(404);
        Cid mixed = stored(MIXED);
        String file = cid(mixed + "/subdir/multiblock.txt");
        List<String> whole = new ArrayList<>(List.of(mixed.toString(), cid(mixed + "/subdir"), file));
        whole.addAll(PARTS);
        assertThat(archive(mixed + "/subdir/multiblock.txt")).isEqualTo(whole);
        assertThat(archive(mixed + "/subdir/multiblock.txt", "dag-scope=entity&entity-bytes=0:*"))
                .isEqualTo(whole);
        List<String> all = archive(mixed + "/subdir", "dag-scope=all");
        assertThat(all).startsWith(mixed.toString(), cid(mixed + "/subdir")).containsAll(PARTS);
    }

    @Test
    void archivesOfPartsOfAFileHaveOnlyTheBlocksThatAreNeeded() throws IOException {
        if (!THERE) {
            return;
        }
        Cid mixed = stored(MIXED);
        String file = cid(mixed + "/subdir/multiblock.txt");
        assertThat(part(file, "512:*")).isEqualTo(PARTS.subList(2, 5));
        assertThat(part(file, "512:1023")).isEqualTo(PARTS.subList(2, 4));
        assertThat(part(file, "512:-256")).isEqualTo(PARTS.subList(2, 4));
        assertThat(part(file, "-5:*")).isEqualTo(PARTS.subList(3, 5));
        assertThat(part(file, "-9999:*")).isEqualTo(PARTS);
        assertThat(part(file, "-9999:-3")).isEqualTo(PARTS.subList(0, 4));
        assertThat(part(file, "0:0")).isEqualTo(PARTS.subList(0, 1));
        Cid hole = stored(HOLE);
        assertThat(part(hole.toString(), "0:1000")).containsExactly("QmPKt7ptM2ZYSGPUc8PmPT2VBkLDK3iqpG9TBJY7PCE9rF");
        assertThat(part(hole.toString(), "2200:*")).containsExactly("QmWXY482zQdwecnfBsj78poUUuPXvyw2JAFAEMw4tzTavV");
        assertThat(header(get("/ipfs/" + hole, "Range", "bytes=997-1000"), "Content-Range"))
                .isEqualTo("bytes 997-1000/3072");
        assertThat(header(get("/ipfs/" + hole, "Range", "bytes=2200-2201"), "Content-Range"))
                .isEqualTo("bytes 2200-2201/3072");
    }

    @Test
    void dividedDirectoriesAreWalkedByTheirShards() throws IOException {
        if (!THERE) {
            return;
        }
        Cid root = stored(HAMT);
        List<String> block = archive(root + "/1.txt", "dag-scope=block");
        assertThat(block)
                .startsWith(root.toString())
                .endsWith(cid(root + "/1.txt"))
                .hasSizeBetween(2, 3);
        List<String> file = archive(root + "/685.txt");
        assertThat(file).startsWith(root.toString()).contains(cid(root + "/685.txt"));
        assertThat(file.size()).isGreaterThan(3);
        List<String> shards = archive(root.toString(), "dag-scope=entity");
        assertThat(shards).startsWith(root.toString()).doesNotContain(cid(root + "/685.txt"));
        assertThat(archive(root.toString(), "dag-scope=entity&entity-bytes=0:*"))
                .isEqualTo(shards);
    }

    @Test
    void documentsOfCborAreWalked() throws IOException {
        if (!THERE) {
            return;
        }
        Cid root = stored("trustless_gateway_car/dir-with-dag-cbor-with-links.car");
        String document = cid(root + "/document");
        String single = cid(document + "/files/single");
        assertThat(archive(document + "/files/single")).containsExactly(document, single);
        assertThat(archive(root + "/document", "dag-scope=entity")).containsExactly(root.toString(), document);
        assertThat(archive(root + "/document")).contains(document, single);
        assertThat(get("/ipfs/" + document + "/files/none?format=car").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aBlockComesAgainForThoseAloneWhoWantIt() throws IOException {
        if (!THERE) {
            return;
        }
        String root = stored(DUPLICATES).toString();
        String ascii = cid(root + "/ascii.txt");
        List<String> once =
                new ArrayList<>(List.of(root, ascii, cid(root + "/hello.txt"), cid(root + "/multiblock.txt")));
        once.addAll(PARTS);
        List<String> again = new ArrayList<>(once);
        again.add(1, ascii);
        String type = "application/vnd.ipld.car; version=1; order=dfs; dups=";
        HttpResponse<byte[]> twice = get("/ipfs/" + root, "Accept", type + "y");
        assertThat(header(twice, "Content-Type")).contains("order=dfs", "dups=y");
        assertThat(cids(twice)).isEqualTo(again);
        assertThat(cids(get("/ipfs/" + root, "Accept", type + "n"))).isEqualTo(once);
        assertThat(cids(get("/ipfs/" + root + "?format=car", "Accept", type + "y")))
                .isEqualTo(again);
        assertThat(cids(get("/ipfs/" + root + "?format=car&car-dups=y", "Accept", type + "n")))
                .isEqualTo(again);
        HttpResponse<byte[]> unknown = get("/ipfs/" + root, "Accept", "application/vnd.ipld.car; order=unk");
        assertThat(header(unknown, "Content-Type")).contains("order=");
        assertThat(cids(unknown)).containsAll(once);
        HttpResponse<byte[]> identity = get(
                "/ipfs/bafkqaf3imvwgy3zaneqgc3janfxgy2lomvscay3jmqfa", "Accept", "application/vnd.ipld.car; dups=y");
        assertThat(cids(identity)).isEmpty();
    }

    @Test
    void blocksAreGivenAsTheyAre() throws IOException {
        if (!THERE) {
            return;
        }
        Cid root = stored("gateway-raw-block.car");
        String path = "/ipfs/" + root + "/dir";
        HttpResponse<byte[]> raw = get(path, "Accept", "application/vnd.ipld.raw");
        assertThat(raw.body()).isEqualTo(get(path + "?format=raw").body()).hasSize(57);
        HttpResponse<byte[]> part = get(path, "Accept", "application/vnd.ipld.raw", "Range", "bytes=6-16");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 6-16/57");
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(raw.body(), 6, 17));
        HttpResponse<byte[]> named = get(path + "/ascii.txt?filename=foobar.bin", "Accept", "application/vnd.ipld.raw");
        assertThat(header(named, "Content-Disposition")).contains("attachment;", "filename=\"foobar.bin");
        assertThat(header(named, "Content-Length")).isEqualTo("31");
        assertThat(header(named, "X-Ipfs-Path")).isEqualTo(path + "/ascii.txt");
        assertThat(header(named, "X-Ipfs-Roots")).contains(root.toString());
        assertThat(header(get(path + "?format=car", "Accept", "application/vnd.ipld.raw"), "Content-Type"))
                .contains("application/vnd.ipld.car");
        assertThat(header(get(path + "?format=raw", "Accept", "application/vnd.ipld.car"), "Content-Type"))
                .isEqualTo("application/vnd.ipld.raw");
    }

    @Test
    void whatBrowsersKeepIsSaid() throws IOException {
        if (!THERE) {
            return;
        }
        Cid root = stored(CACHE);
        String two = cid(root + "/root2");
        String three = cid(root + "/root2/root3");
        String four = cid(root + "/root2/root3/root4");
        HttpResponse<byte[]> listing = get("/ipfs/" + root + "/root2/root3/");
        assertThat(header(listing, "X-Ipfs-Path")).isEqualTo("/ipfs/" + root + "/root2/root3/");
        assertThat(header(listing, "X-Ipfs-Roots")).isEqualTo(root + "," + two + "," + three);
        assertThat(header(listing, "Etag")).matches("\"DirIndex-.*_CID-" + three + "\"");
        assertThat(header(listing, "Cache-Control"))
                .isEqualTo("public, max-age=604800, stale-while-revalidate=2678400");
        String directory = "/ipfs/" + root + "/root2/root3/root4/";
        HttpResponse<byte[]> index = get(directory);
        assertThat(header(index, "Cache-Control")).isEqualTo("public, max-age=29030400, immutable");
        assertThat(header(index, "Etag")).isEqualTo("\"" + four + "\"");
        assertThat(header(index, "X-Ipfs-Roots")).isEqualTo(root + "," + two + "," + three + "," + four);
        String file = cid(root + "/root2/root3/root4/index.html");
        assertThat(header(get(directory + "index.html"), "Etag")).isEqualTo("\"" + file + "\"");
        assertThat(get(directory + "?format=raw").body())
                .isEqualTo(HexFormat.of()
                        .parseHex("12340a24015512205891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
                                + "120a696e6465782e68746d6c18060a020801"));
        for (String tag : List.of("\"%s\"", "W/\"%s\"", "\"one\", \"two\", \"%s\"", "*")) {
            assertThat(get(directory + "index.html", "If-None-Match", tag.formatted(file))
                            .statusCode())
                    .isEqualTo(304);
            assertThat(get(directory, "If-None-Match", tag.formatted(four)).statusCode())
                    .isEqualTo(304);
        }
        assertThat(get("/ipfs/" + root + "/root2/root3/", "If-None-Match", header(listing, "Etag"))
                        .statusCode())
                .isEqualTo(304);
        assertThat(GatewayClient.send("HEAD", directory + "?format=raw", "Cache-Control", "only-if-cached")
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void directoriesAreListed() throws IOException {
        if (!THERE) {
            return;
        }
        Cid root = stored(LISTING);
        assertThat(text("/ipfs/" + root + "/")).contains("Index of").doesNotContain(">..<");
        HttpResponse<byte[]> moved = get("/ipfs/" + root + "/%C4%85/%C4%99");
        assertThat(moved.statusCode()).isEqualTo(301);
        assertThat(header(moved, "Location")).isEqualTo("/ipfs/" + root + "/%C4%85/%C4%99/");
        assertThat(text("/ipfs/" + root + "/%C4%85/%C4%99/"))
                .contains("Index of")
                .contains("/ipfs/<a href=\"/ipfs/" + root + "\">" + root + "</a>/<a href=\"/ipfs/" + root
                        + "/%C4%85\">\u0105</a>/<a href=\"/ipfs/" + root + "/%C4%85/%C4%99\">\u0119</a>")
                .contains("<a href=\"/ipfs/" + root + "/%C4%85/%C4%99/..\">..</a>")
                .contains(
                        "<a href=\"/ipfs/" + root + "/%C4%85/%C4%99/file-%C5%BA%C5%82.txt\">file-\u017a\u0142.txt</a>");
        assertThat(get("/ipfs/" + root + "/i-do-not-exist").statusCode()).isEqualTo(404);
    }

    @Test
    void filesAreReadWhateverTheyAreCalled() throws IOException {
        if (!THERE) {
            return;
        }
        Cid links = stored("path_gateway_unixfs/symlink.car");
        assertThat(text("/ipfs/" + links + "/")).contains(">foo<", ">bar<");
        assertThat(text("/ipfs/" + links + "/bar")).isEqualTo("foo");
        Cid odd = stored("path_gateway_unixfs/dir-with-percent-encoded-filename.car");
        assertThat(text("/ipfs/" + odd + "/Portugal%252C+Espa%C3%B1a=Peninsula%20Ib%C3%A9rica.txt"))
                .isEqualTo("hello from a percent encoded filename\n");
        Cid files = stored(FILES);
        String ascii = "/ipfs/" + files + "/ascii.txt";
        HttpResponse<byte[]> whole = get(ascii);
        assertThat(header(whole, "Accept-Ranges")).isEqualTo("bytes");
        HttpResponse<byte[]> end = get(ascii, "Range", "bytes=-3");
        assertThat(header(end, "Content-Range")).isEqualTo("bytes 28-30/31");
        HttpResponse<byte[]> several = get(ascii, "Range", "bytes=6-16,0-4");
        assertThat(several.statusCode()).isEqualTo(206);
        assertThat(several.body()).isEqualTo(Arrays.copyOfRange(whole.body(), 6, 17));
    }

    private static List<String> part(String file, String range) {
        List<String> found = archive(file, "dag-scope=entity&entity-bytes=" + range);
        assertThat(found.getFirst()).isEqualTo(file);
        return found.subList(1, found.size());
    }

    private static List<String> archive(String path, String... query) {
        return cids(get("/ipfs/" + path + "?" + String.join("&", "format=car", String.join("&", query))));
    }

    private static List<String> cids(HttpResponse<byte[]> archive) {
        return GatewayClient.blocks(archive.body()).stream()
                .map(block -> block.cid().toString())
                .toList();
    }

    /** What a path leads to. */
    private static String cid(String path) {
        HttpResponse<byte[]> block = GatewayClient.send("HEAD", "/ipfs/" + path + "?format=raw");
        String roots = header(block, "X-Ipfs-Roots");
        return roots.substring(roots.lastIndexOf(',') + 1);
    }

    private static String text(String path) {
        return new String(get(path).body(), StandardCharsets.UTF_8);
    }
}
