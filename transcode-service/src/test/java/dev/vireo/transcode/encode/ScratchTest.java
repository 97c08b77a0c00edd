package dev.vireo.transcode.encode;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class ScratchTest {
    @TempDir
    Path base;

    @Test
    void isGoneWithEverythingInIt() throws IOException {
        Path folder;
        try (Scratch scratch = Scratch.create(base.toString())) {
            folder = scratch.folder();
            Files.writeString(scratch.sub("720p").resolve("0.m4s"), "segment");
        }
        assertThat(folder).doesNotExist();
    }

    @Test
    void removesWhatAKilledProcessLeftAndNothingElse() throws IOException {
        long beyondAnyProcess = 2 * 4_194_304L;
        Path leftOver = Files.createDirectories(base.resolve("vireo-transcode-" + beyondAnyProcess + "-1"));
        Files.writeString(leftOver.resolve("0.m4s"), "segment");
        Path ofALivingProcess = Files.createDirectories(base.resolve("vireo-transcode-1-1"));
        Path ofSomebodyElse = Files.createDirectories(base.resolve("somebody-else"));
        try (Scratch first = Scratch.create(base.toString());
                Scratch second = Scratch.create(base.toString())) {
            assertThat(leftOver).doesNotExist();
            assertThat(ofALivingProcess).exists();
            assertThat(ofSomebodyElse).exists();
            assertThat(first.folder()).exists();
            assertThat(second.folder()).exists();
        }
    }
}
