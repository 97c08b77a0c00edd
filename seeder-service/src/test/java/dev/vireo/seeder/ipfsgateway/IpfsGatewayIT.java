package dev.vireo.seeder.ipfsgateway;

import static dev.vireo.seeder.ipfsgateway.GatewayClient.blocks;
import static dev.vireo.seeder.ipfsgateway.GatewayClient.get;
import static dev.vireo.seeder.ipfsgateway.GatewayClient.header;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.contracts.seeding.v1.SeedingEvent;
import dev.vireo.contracts.transcode.v1.PackagedVideo;
import dev.vireo.contracts.video.v1.Privacy;
import dev.vireo.kit.Ids;
import dev.vireo.kit.origin.ObjectKey;
import dev.vireo.seeder.RunningService;
import dev.vireo.seeder.blockstore.StoredBlocks;
import dev.vireo.seeder.ipfs.Block;
import dev.vireo.seeder.ipfs.Cid;
import dev.vireo.seeder.unixfs.ImportedEntry;
import dev.vireo.testkit.Eventually;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is published can be had by its CID, as files and as blocks, and nothing else. */
final class IpfsGatewayIT {
    private static final int SIZE = 2_500_003;
    /** More than sockets hold for a reader who does not read. */
    private static final int LARGE = 20_000_000;

    private static final byte[] TEXT =
            "Some text of several blocks. ".repeat(40).getBytes(StandardCharsets.UTF_8);

    private final RunningService service = RunningService.get();

    @Test
    void aPublishedFileIsHadByItsCid() {
        String cid = published(Ids.newId(), 1).cid();
        byte[] contents = RunningService.contents(1, SIZE);
        HttpResponse<byte[]> whole = get("/ipfs/" + cid);
        assertThat(whole.statusCode()).isEqualTo(200);
        assertThat(whole.body()).isEqualTo(contents);
        assertThat(header(whole, "Content-Length")).isEqualTo(String.valueOf(SIZE));
        assertThat(header(whole, "Etag")).isEqualTo("\"" + cid + "\"");
        assertThat(header(whole, "Cache-Control")).isEqualTo("public, max-age=29030400, immutable");
        assertThat(header(whole, "X-Ipfs-Path")).isEqualTo("/ipfs/" + cid);
        assertThat(header(whole, "X-Content-Type-Options")).isEqualTo("nosniff");
        HttpResponse<byte[]> part = get("/ipfs/" + cid + "?filename=a.mp4", "Range", "bytes=1048570-1048585");
        assertThat(part.statusCode()).isEqualTo(206);
        assertThat(part.body()).isEqualTo(Arrays.copyOfRange(contents, 1_048_570, 1_048_586));
        assertThat(header(part, "Content-Range")).isEqualTo("bytes 1048570-1048585/" + SIZE);
        assertThat(header(part, "Content-Type")).isEqualTo("video/mp4");
        assertThat(get("/ipfs/" + cid, "Range", "bytes=" + SIZE + "-").statusCode())
                .isEqualTo(416);
        assertThat(get("/ipfs/" + cid, "If-None-Match", "W/\"" + cid + "\"").statusCode())
                .isEqualTo(304);
        HttpResponse<byte[]> head = GatewayClient.send("HEAD", "/ipfs/" + cid);
        assertThat(header(head, "Content-Length")).isEqualTo(String.valueOf(SIZE));
        assertThat(head.body()).isEmpty();
    }

    @Test
    void allFilesOfAVideoAreOneDirectory() {
        UUID video = Ids.newId();
        PackagedVideo packaged = service.store(video, 1, 300_000, 200_000).toBuilder()
                .setMultivariantPlaylist("a.m3u8")
                .setPoster("missing.jpg")
                .build();
        String folder = RunningService.INSTANCE + "/" + video + "/1/";
        byte[] playlist = "#EXTM3U".getBytes(StandardCharsets.US_ASCII);
        service.origin().put(new ObjectKey(folder + "a.m3u8"), playlist, "application/vnd.apple.mpegurl");
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        var told = service.await(video, SeedingEvent::hasCidPublished)
                .getCidPublished()
                .getTorrents();
        assertThat(told.getTorrentsCount()).isEqualTo(2);
        String root = "/ipfs/" + told.getCid();
        assertThat(get(root + "/a.m3u8").body()).isEqualTo(playlist);
        assertThat(get(root + "/" + packaged.getRenditions(1).getFile()).body())
                .isEqualTo(RunningService.contents(1, 200_000));
        assertThat(text(get(root + "/"))).contains("a.m3u8").doesNotContain("torrent");
        assertThat(blocks(get(root + "?format=car").body())).hasSize(4);
        // What was told once is told again when the video comes back.
        service.tell(video, 2, Privacy.PRIVACY_PRIVATE, packaged);
        service.await(video, SeedingEvent::hasStopped);
        service.tell(video, 3, Privacy.PRIVACY_PUBLIC, packaged);
        service.await(video, event -> event.getStarted().getTorrents().getCid().equals(told.getCid()));
    }

    @Test
    void whoChecksForThemselvesGetBlocks() {
        String cid = published(Ids.newId(), 1).cid();
        HttpResponse<byte[]> archive = get("/ipfs/" + cid + "?format=car");
        assertThat(header(archive, "Content-Type")).isEqualTo("application/vnd.ipld.car; version=1; order=dfs; dups=n");
        List<Block> blocks = blocks(archive.body());
        assertThat(blocks).hasSize(4);
        assertThat(blocks.getFirst().cid()).hasToString(cid);
        HttpResponse<byte[]> raw = get("/ipfs/" + blocks.get(1).cid(), "Accept", "application/vnd.ipld.raw");
        assertThat(raw.body()).isEqualTo(blocks.get(1).bytes());
        assertThat(header(raw, "Content-Location"))
                .isEqualTo("/ipfs/" + blocks.get(1).cid() + "?format=raw");
        assertThat(blocks(get("/ipfs/" + cid + "?format=car&dag-scope=block").body()))
                .hasSize(1);
        assertThat(blocks(get("/ipfs/" + cid + "?format=car&dag-scope=entity&entity-bytes=-10:*")
                        .body()))
                .extracting(Block::cid)
                .containsExactly(blocks.getFirst().cid(), blocks.getLast().cid());
    }

    @Test
    void whatIsHiddenIsGone() {
        UUID video = Ids.newId();
        Published published = published(video, 1);
        assertThat(get("/ipfs/" + published.cid()).statusCode()).isEqualTo(200);
        service.tell(video, 2, Privacy.PRIVACY_PRIVATE, published.packaged());
        Eventually.holds(
                "it is gone",
                () -> get("/ipfs/" + published.cid() + "?format=raw").statusCode() == 404);
        service.tell(video, 3, Privacy.PRIVACY_PUBLIC, published.packaged());
        Eventually.holds(
                "it is there again",
                () -> get("/ipfs/" + published.cid() + "?format=raw").statusCode() == 200);
        service.deleted(video, 4);
        Eventually.holds(
                "it is gone for ever",
                () -> get("/ipfs/" + published.cid() + "?format=raw").statusCode() == 404);
    }

    @Test
    void aFlippedByteIsNotGivenOut() {
        Published published = published(Ids.newId(), 7);
        byte[] contents = RunningService.contents(7, SIZE);
        List<Block> blocks =
                blocks(get("/ipfs/" + published.cid() + "?format=car").body());
        contents[SIZE - 5] ^= 1;
        service.origin().put(published.key(), contents, "video/mp4");
        // What is remembered of it is whole.
        Eventually.holds(
                "its last block is refused",
                () -> get("/ipfs/" + blocks.getLast().cid() + "?format=raw").statusCode() == 404);
        // Nobody knows what else is wrong with it.
        Eventually.holds(
                "nothing of it is given out",
                () -> get("/ipfs/" + blocks.get(1).cid() + "?format=raw").statusCode() == 404);
        assertThat(service.damaged(published.key())).hasSize(1);
    }

    @Test
    void anArchiveThatCannotGoOnIsNoWholeOne() {
        TestDag dag = new TestDag();
        ImportedEntry file = dag.file(RunningService.contents(3, 40_000));
        Cid missing = dag.blocks.get(dag.blocks.size() - 8).cid();
        StoredBlocks.store(
                file.root(),
                dag.blocks.stream()
                        .filter(block -> !block.cid().equals(missing))
                        .toList());
        assertThatThrownBy(() -> get("/ipfs/" + file.root() + "?format=car")).isInstanceOf(UncheckedIOException.class);
        assertThatThrownBy(() -> get("/ipfs/" + file.root())).isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void slowReadersAreOnlySoMany() throws IOException {
        String path = "/ipfs/" + published(Ids.newId(), 1, LARGE).cid();
        List<Socket> slow = new ArrayList<>();
        try {
            Eventually.holds("there is no place any more", () -> {
                slow.add(reader(path));
                return get(path + "?format=raw").statusCode() == 503;
            });
            assertThat(slow.size()).isLessThanOrEqualTo(RunningService.ANSWERS + 1);
        } finally {
            for (Socket reader : slow) {
                reader.close();
            }
        }
        Eventually.holds("there are places again", () -> get(path).statusCode() == 200);
    }

    /** Asks for a file and reads nothing but its first byte. */
    private Socket reader(String path) {
        try {
            Socket socket = new Socket();
            socket.setReceiveBufferSize(4096);
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), service.address().getPort()));
            socket.getOutputStream()
                    .write(("GET " + path + " HTTP/1.1\r\nHost: x\r\nVireo-Instance: " + RunningService.INSTANCE
                                    + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(socket.getInputStream().read()).isEqualTo('H');
            return socket;
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Test
    void directoriesAreWalkedAndShown() {
        TestDag dag = new TestDag();
        ImportedEntry text = dag.file(TEXT);
        ImportedEntry page = dag.file("<h1>Hello</h1>".getBytes(StandardCharsets.UTF_8));
        ImportedEntry site = dag.directory(Map.of("index.html", page, "notes.txt", text));
        ImportedEntry root = dag.directory(Map.of("site", site, "ü <b>&", text));
        StoredBlocks.store(root.root(), dag.blocks);

        assertThat(header(get("/ipfs/" + root.root()), "Location")).isEqualTo("/ipfs/" + root.root() + "/");
        HttpResponse<byte[]> listing = get("/ipfs/" + root.root() + "/");
        assertThat(text(listing))
                .contains("<a href=\"/ipfs/" + root.root() + "/%C3%BC%20%3Cb%3E%26\">ü &lt;b&gt;&amp;</a>")
                .doesNotContain("<b>");
        assertThat(header(listing, "Content-Security-Policy")).contains("sandbox");
        HttpResponse<byte[]> index = get("/ipfs/" + root.root() + "/site/");
        assertThat(text(index)).isEqualTo("<h1>Hello</h1>");
        assertThat(header(index, "Content-Type")).isEqualTo("text/html;charset=utf-8");
        assertThat(header(index, "Content-Security-Policy")).startsWith("sandbox allow-scripts");
        HttpResponse<byte[]> notes = get("/ipfs/" + root.root() + "/site/notes.txt", "Range", "bytes=95-204");
        assertThat(notes.body()).isEqualTo(Arrays.copyOfRange(TEXT, 95, 205));
        assertThat(header(notes, "X-Ipfs-Roots")).isEqualTo(root.root() + "," + site.root() + "," + text.root());
        assertThat(get("/ipfs/" + root.root() + "/site/none.txt").statusCode()).isEqualTo(404);
        assertThat(get("/ipfs/" + root.root() + "/site/notes.txt/more").statusCode())
                .isEqualTo(404);
    }

    @Test
    void aDirectoryOfThousandsIsDividedAndWalked() {
        TestDag dag = new TestDag();
        Map<String, ImportedEntry> entries = new TreeMap<>();
        for (int number = 0; number < 6000; number++) {
            entries.put(number + ".txt", dag.file(("File " + number).getBytes(StandardCharsets.UTF_8)));
        }
        ImportedEntry root = dag.directory(entries);
        StoredBlocks.store(root.root(), dag.blocks);
        assertThat(text(get("/ipfs/" + root.root() + "/4711.txt"))).isEqualTo("File 4711");
        assertThat(text(get("/ipfs/" + root.root() + "/"))).contains("There are more than these 1000.");
        List<Block> found =
                blocks(get("/ipfs/" + root.root() + "/4711.txt?format=car").body());
        assertThat(found.getFirst().cid()).isEqualTo(root.root());
        assertThat(found.getLast().bytes()).asString().isEqualTo("File 4711");
    }

    @ParameterizedTest
    @CsvSource({
        "/ipfs/nonsense, 400",
        "/ipfs/bafkqaaa?format=zip, 400",
        "/ipfs/bafkqaaa?format=tar, 406",
        "/ipfs/bafkqaaa?format=car&dag-scope=some, 400",
        "/ipfs/bafkqaaa?format=car&entity-bytes=x, 400",
        "/ipfs/bafkqaaa?format=car&car-version=2, 400",
        "/ipfs/bafkqaaa?format=raw, 200",
        "/ipfs/bafkqabtimvwgy3yk, 200",
        "/ipfs/bafybeigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi, 404",
        "/ipfs/bafyreigdyrzt5sfp7udm7hu76uh7y26nf3efuylqabf3oclgtqy55fbzdi, 404",
        "/ipfs/QmYzfKSE55XCjD1MW128RfciAf2DViABhEiXfgVFMabSjN, 404"
    })
    void whatIsWrongIsSaid(String path, int status) {
        HttpResponse<byte[]> answer = get(path);
        assertThat(answer.statusCode()).as(text(answer)).isEqualTo(status);
    }

    @Test
    void whoWantsOnlyWhatIsHereIsToldThatItIsNot() {
        String nowhere = "/ipfs/QmYzfKSE55XCjD1MW128RfciAf2DViABhEiXfgVFMabSjN";
        assertThat(get(nowhere, "Cache-Control", "only-if-cached").statusCode()).isEqualTo(412);
    }

    private record Published(String cid, PackagedVideo packaged, ObjectKey key) {}

    private Published published(UUID video, int version) {
        return published(video, version, SIZE);
    }

    private Published published(UUID video, int version, int size) {
        PackagedVideo packaged = service.store(video, version, size);
        service.tell(video, 1, Privacy.PRIVACY_PUBLIC, packaged);
        SeedingEvent started = service.await(video, SeedingEvent::hasStarted);
        String cid = started.getStarted().getTorrents().getTorrents(0).getCid();
        assertThat(Cid.parse(cid).codec()).isEqualTo(Cid.DAG_PB);
        String file = packaged.getRenditions(0).getFile();
        return new Published(
                cid, packaged, new ObjectKey(RunningService.INSTANCE + "/" + video + "/" + version + "/" + file));
    }

    private static String text(HttpResponse<byte[]> answer) {
        return new String(answer.body(), StandardCharsets.UTF_8);
    }
}
