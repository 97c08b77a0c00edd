package dev.vireo.local.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ProcessIdentityTest {
    @TempDir
    Path folder;

    @Test
    void findsTheVeryProcessThatWasRecorded() {
        Path file = folder.resolve("me.pid");
        ProcessIdentity.of(ProcessHandle.current()).write(file);
        assertThat(ProcessIdentity.read(file).flatMap(ProcessIdentity::running)).contains(ProcessHandle.current());
    }

    @Test
    void neverTakesARecycledIdForIt() {
        ProcessIdentity other = new ProcessIdentity(ProcessHandle.current().pid(), "another-boot/1");
        assertThat(other.running()).isEmpty();
    }

    @Test
    void takesADamagedFileForNone() throws IOException {
        Path file = Files.writeString(folder.resolve("damaged.pid"), "12x");
        assertThat(ProcessIdentity.read(file)).isEmpty();
        assertThat(ProcessIdentity.read(folder.resolve("missing.pid"))).isEmpty();
    }
}
