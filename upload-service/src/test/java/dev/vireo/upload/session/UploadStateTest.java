package dev.vireo.upload.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.StateDiagram;
import org.junit.jupiter.api.Test;

final class UploadStateTest {
    @Test
    void everyStateHasItsRowAndTheLastOnesAreFinal() {
        for (UploadState state : UploadState.values()) {
            assertThat(UploadState.NEXT).containsKey(state);
        }
        assertThat(UploadState.NEXT.get(UploadState.COMPLETED)).isEmpty();
        assertThat(UploadState.NEXT.get(UploadState.ENDING)).isEmpty();
    }

    @Test
    void theDiagramShowsTheTable() {
        StateDiagram.check("an upload", UploadState.values(), UploadState.NEXT);
    }
}
