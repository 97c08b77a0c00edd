package dev.vireo.seeder.ipfs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.vireo.seeder.unixfs.UnixFsData;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

final class CarTest {
    private static final Path FIXTURES =
            Path.of(System.getProperty("house.directory", "..") + "/../shared/ipfs/conformance-fixtures");

    @Test
    void comesBackAsItWas() throws IOException {
        List<Block> blocks = blocks();
        byte[] archive = archive(blocks);
        CarReader reader = new CarReader(new ByteArrayInputStream(archive));
        assertThat(reader.roots()).containsExactly(blocks.getFirst().cid());
        List<Cid> read = new ArrayList<>();
        for (Optional<Block> next = reader.next(); next.isPresent(); next = reader.next()) {
            read.add(next.get().cid());
        }
        assertThat(read).isEqualTo(blocks.stream().map(Block::cid).toList());
        long told = CarWriter.headerSize(blocks.getFirst().cid())
                + blocks.stream()
                        .mapToLong(block -> CarWriter.size(block.cid(), block.bytes().length))
                        .sum();
        assertThat(archive).hasSize((int) told);
    }

    @Test
    void archivesOfOthersAreRead() throws IOException {
        if (!Files.exists(FIXTURES)) {
            return;
        }
        try (Stream<Path> files = Files.walk(FIXTURES)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(".car")).toList()) {
                CarReader reader = new CarReader(new ByteArrayInputStream(Files.readAllBytes(file)));
                assertThat(reader.roots()).as(file.toString()).isNotEmpty();
                int count = 0;
                for (Optional<Block> next = reader.next(); next.isPresent(); next = reader.next()) {
                    if (next.get().cid().codec() == Cid.DAG_PB) {
                        DagNode node = DagNode.decode(next.get().bytes());
                        assertThat(DagNode.decode(node.encode()).links())
                                .as(file.toString())
                                .isEqualTo(node.links());
                        assertThat(UnixFsData.decode(node.data()).type()).isNotNull();
                    }
                    count++;
                }
                assertThat(count).as(file.toString()).isPositive();
            }
        }
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] archive = archive(blocks());
        for (int length = 0; length < archive.length; length++) {
            byte[] cut = Arrays.copyOf(archive, length);
            assertThat(readAll(cut)).as("%s bytes", length).isLessThan(3);
        }
        assertThat(readAll(archive)).isEqualTo(3);
    }

    @Test
    void aWrongBlockIsRefused() throws IOException {
        byte[] archive = archive(blocks());
        archive[archive.length - 1] ^= 1;
        CarReader reader = new CarReader(new ByteArrayInputStream(archive));
        assertThat(reader.next()).isPresent();
        assertThat(reader.next()).isPresent();
        assertThatThrownBy(reader::next).isInstanceOf(MalformedIpfsException.class);
    }

    @Test
    void nonsenseIsRefused() throws IOException {
        byte[] archive = archive(blocks());
        Random random = new Random(6);
        for (int round = 0; round < 20_000; round++) {
            byte[] spoilt = archive.clone();
            for (int times = 0; times <= random.nextInt(3); times++) {
                spoilt[random.nextInt(120)] = (byte) random.nextInt();
            }
            assertThat(readAll(spoilt)).isLessThanOrEqualTo(3);
        }
    }

    /** How many blocks come until the end or a refusal. */
    private static int readAll(byte[] archive) throws IOException {
        int count = 0;
        try {
            CarReader reader = new CarReader(new ByteArrayInputStream(archive));
            while (reader.next().isPresent()) {
                count++;
            }
        } catch (MalformedIpfsException | EOFException refused) {
            assertThat(refused).hasMessageMatching("(?s).+");
        }
        return count;
    }

    private static List<Block> blocks() {
        List<Block> blocks = new ArrayList<>();
        for (int size : new int[] {10, 0, 500}) {
            byte[] bytes = new byte[size];
            blocks.add(new Block(Cid.raw(Multihash.sha256(bytes)), bytes));
        }
        return blocks;
    }

    private static byte[] archive(List<Block> blocks) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        CarWriter writer = new CarWriter(bytes, blocks.getFirst().cid());
        for (Block block : blocks) {
            writer.block(block);
        }
        return bytes.toByteArray();
    }
}
