package dev.vireo.transcode.still;

/** A grid of small stills in one picture, and the WebVTT track that says which tile belongs to which time. */
public record Storyboard(
        String sprite, String track, int columns, int rows, int tileWidth, int tileHeight, long intervalMicros) {

    public int width() {
        return columns * tileWidth;
    }

    public int height() {
        return rows * tileHeight;
    }
}
