package dev.vireo.gateway.media;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Comparator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class RangeFolderTest {
    @TempDir
    private Path parent;

    @Test
    void writesWholeFilesAndCountsThem() throws IOException {
        try (RangeFolder folder = RangeFolder.claim(parent)) {
            Path file = folder.write(text("0123456789"), 7);
            assertThat(file).hasContent("0123456");
            assertThat(folder.bytes()).isEqualTo(7);
            folder.delete(file, 7);
            assertThat(folder.path()).isEmptyDirectory();
            assertThat(folder.bytes()).isZero();
        }
    }

    @Test
    void isNobodyElsesToRead() throws IOException {
        try (RangeFolder folder = RangeFolder.claim(parent)) {
            assertThat(Files.getPosixFilePermissions(folder.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
            Files.delete(folder.path());
            folder.write(text("again"), 5);
            assertThat(Files.getPosixFilePermissions(folder.path()))
                    .isEqualTo(PosixFilePermissions.fromString("rwx------"));
        }
    }

    @Test
    void comesBackWhenEverythingWasTidiedAway() throws IOException {
        Path all = parent.resolve("all");
        try (RangeFolder folder = RangeFolder.claim(all)) {
            try (var files = Files.walk(all)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
            assertThat(folder.write(text("again"), 5)).hasContent("again");
        }
    }

    @Test
    void leavesNothingOfAShortSource() throws IOException {
        try (RangeFolder folder = RangeFolder.claim(parent)) {
            assertThatThrownBy(() -> folder.write(text("0123"), 5)).isInstanceOf(EOFException.class);
            assertThat(folder.path()).isEmptyDirectory();
            assertThat(folder.bytes()).isZero();
        }
    }

    @Test
    void letsReadersFinishWhatIsRemoved() throws IOException {
        try (RangeFolder folder = RangeFolder.claim(parent)) {
            Path file = folder.write(text("still here"), 10);
            try (FileChannel open = FileChannel.open(file)) {
                folder.delete(file, 10);
                assertThat(Channels.newInputStream(open).readAllBytes())
                        .asString()
                        .isEqualTo("still here");
            }
        }
    }

    @Test
    void clearsAwayWhatTheDeadLeftAndNothingElse() throws IOException {
        Path dead = Files.createDirectory(parent.resolve("ranges-dead"));
        Files.createFile(parent.resolve("ranges-dead.lock"));
        Files.writeString(dead.resolve("1"), "old");
        Path foreign = Files.createDirectory(parent.resolve("ranges-of-another-program"));
        Files.writeString(foreign.resolve("1"), "theirs");
        try (RangeFolder first = RangeFolder.claim(parent)) {
            Path file = first.write(text("mine"), 4);
            try (RangeFolder second = RangeFolder.claim(parent)) {
                assertThat(second.path()).isNotEqualTo(first.path());
                assertThat(file).hasContent("mine");
            }
            assertThat(file).hasContent("mine");
        }
        assertThat(parent).isDirectoryContaining(foreign::equals);
        assertThat(parent.toFile().list()).hasSize(1);
    }

    private static InputStream text(String text) {
        return new ByteArrayInputStream(text.getBytes(StandardCharsets.US_ASCII));
    }
}
