package dev.vireo.upload.video;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.google.protobuf.ByteString;
import dev.vireo.testkit.StateDiagram;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class VideoStateTest {
    private static final ByteString FILES = ByteString.copyFromUtf8("files");
    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void onlyStepsOfTheTableAreAllowed() {
        for (VideoState from : VideoState.values()) {
            Set<VideoState> next = VideoState.NEXT.getOrDefault(from, Set.of());
            assertThat(VideoState.NEXT).containsKey(from);
            for (VideoState to : VideoState.values()) {
                if (from == to || next.contains(to)) {
                    assertThat(from.become(to)).isEqualTo(to);
                } else {
                    assertThatThrownBy(() -> from.become(to)).isInstanceOf(IllegalStateException.class);
                }
            }
        }
    }

    @Test
    void aReencodeThatFailsLeavesTheOldFilesPublished() {
        Transcoding published = Transcoding.first().completed(FILES, MINUTE, 1.5);
        Transcoding again = published.requestedAgain();
        assertThat(again.inWork()).isTrue();
        assertThat(again.watchable()).isTrue();

        Transcoding failed = again.failed("The film is broken.");

        assertThat(failed.state()).isEqualTo(VideoState.PUBLISHED);
        assertThat(failed.packaged()).isEqualTo(FILES);
        assertThat(failed.inWork()).isFalse();
        assertThat(failed.failureReason()).isEmpty();
    }

    @Test
    void whatPlaysWhileAReencodeRunsKeepsItsLength() {
        Transcoding again = Transcoding.first().completed(FILES, MINUTE, 1.5).requestedAgain();

        assertThat(again.started(Duration.ofMinutes(2), 2)).isEqualTo(again);
        assertThat(again.nowPlayable(Duration.ofMinutes(2)).duration()).isEqualTo(MINUTE);
    }

    @Test
    void aFailedVideoCannotBeWatched() {
        Transcoding failed = Transcoding.first().nowPlayable(MINUTE).failed("The film is broken.");

        assertThat(failed.watchable()).isFalse();
        assertThat(failed.state()).isEqualTo(VideoState.FAILED);
        assertThat(failed.requestedAgain().state()).isEqualTo(VideoState.UPLOADED);
    }

    @Test
    void theDiagramShowsTheTable() {
        StateDiagram.check("a video", VideoState.values(), VideoState.NEXT);
    }
}
