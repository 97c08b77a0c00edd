package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class DataFolderTest {
    @TempDir
    Path folder;

    @Test
    void saysThatTheDiskIsFullAndWhatToDo() {
        assertThatThrownBy(() -> new DataFolder(folder).requireFreeSpace(1 << 20))
                .isInstanceOf(ServerException.class)
                .hasMessageStartingWith("The disk of " + folder + " has ")
                .hasMessageEndingWith("free some space or choose another folder with --data DIR.");
    }

    @Test
    void saysThatItCannotBeCreated() throws IOException {
        Path file = Files.createFile(folder.resolve("file"));
        assertThatThrownBy(() -> new DataFolder(file.resolve("data")).requireFreeSpace(1))
                .isInstanceOf(ServerException.class)
                .hasMessageContaining("cannot be created");
    }

    @Test
    void whatADeadOwnerLeftIsClearedAway() throws IOException {
        Path abandoned = Files.createDirectories(folder.resolve("shared-1"));
        Files.writeString(abandoned.resolve("owner.pid"), "1 another-boot/1");
        DataFolder mine = OwnedFolders.claim(folder, "shared");
        assertThat(abandoned).doesNotExist();
        assertThat(OwnedFolders.claim(folder, "shared").root()).isNotEqualTo(mine.root());
        assertThat(mine.root()).exists();
    }
}
