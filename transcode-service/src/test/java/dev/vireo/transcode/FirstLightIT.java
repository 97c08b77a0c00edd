package dev.vireo.transcode;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.contracts.transcode.v1.TranscodeEvent;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FirstLightIT {

    @TempDir
    private static Path folder;

    @Test
    void aFilmBecomesPlayableAndThenComplete() {
        RunningService service = RunningService.get();
        UUID video = service.upload(Sources.film(folder));
        assertThat(service.await(video, event -> event.hasPlayable() || event.hasFailed())
                        .hasPlayable())
                .isTrue();
        TranscodeEvent end = service.end(video, 1);
        assertThat(end.hasCompleted()).as("%s", end).isTrue();
        assertThat(end.getCompleted().getPackaged().getRenditionsList())
                .extracting(rendition -> rendition.getName())
                .containsExactly("360p", "240p", "audio");
    }
}
