package dev.vireo.transcode.still;

import java.util.Locale;

/** Arithmetic and text of a storyboard. */
final class StoryboardTrack {

    private static final int COLUMNS = 10;
    private static final int TILE_HEIGHT = 90;
    private static final int WIDEST_TILE = 320;
    private static final long MICROS_PER_MILLI = 1000;

    private StoryboardTrack() {}

    static Storyboard grid(StillMaker.Board board) {
        int columns = Math.min(COLUMNS, board.tiles());
        int rows = (board.tiles() + columns - 1) / columns;
        int width = Math.clamp(Math.round(TILE_HEIGHT * board.aspect() / 2) * 2, 2, WIDEST_TILE);
        return new Storyboard(
                board.stem() + "-storyboard.jpg",
                board.stem() + "-storyboard.vtt",
                columns,
                rows,
                width,
                TILE_HEIGHT,
                board.intervalMicros());
    }

    static String text(StillMaker.Board board, Storyboard grid) {
        StringBuilder text = new StringBuilder("WEBVTT\n");
        for (int tile = 0; tile < board.tiles(); tile++) {
            long from = tile * board.intervalMicros();
            long to = tile == board.tiles() - 1
                    ? Math.max(board.durationMicros(), from + 1)
                    : from + board.intervalMicros();
            text.append('\n')
                    .append(clock(from))
                    .append(" --> ")
                    .append(clock(to))
                    .append('\n')
                    .append(grid.sprite())
                    .append("#xywh=")
                    .append(tile % grid.columns() * grid.tileWidth())
                    .append(',')
                    .append(tile / grid.columns() * grid.tileHeight())
                    .append(',')
                    .append(grid.tileWidth())
                    .append(',')
                    .append(grid.tileHeight())
                    .append('\n');
        }
        return text.toString();
    }

    private static String clock(long micros) {
        long millis = micros / MICROS_PER_MILLI;
        return String.format(
                Locale.ROOT,
                "%02d:%02d:%02d.%03d",
                millis / 3_600_000,
                millis / 60_000 % 60,
                millis / 1000 % 60,
                millis % 1000);
    }
}
