package dev.vireo.transcode.still;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StoryboardTrackTest {

    @Test
    void eachTileBelongsToItsTime() {
        StillMaker.Board board = new StillMaker.Board("s.mp4", "v", 12, 4_000_000, 46_500_000, 16.0 / 9);
        Storyboard grid = StoryboardTrack.grid(board);
        assertThat(grid).isEqualTo(new Storyboard("v-storyboard.jpg", "v-storyboard.vtt", 10, 2, 160, 90, 4_000_000));
        String text = StoryboardTrack.text(board, grid);
        assertThat(text)
                .startsWith("WEBVTT\n\n00:00:00.000 --> 00:00:04.000\nv-storyboard.jpg#xywh=0,0,160,90\n")
                .endsWith("00:00:44.000 --> 00:00:46.500\nv-storyboard.jpg#xywh=160,90,160,90\n");
        assertThat(grid.width() + "x" + grid.height()).isEqualTo("1600x180");
    }
}
