package dev.vireo.transcode.ladder;

/**
 * One rung of the ladder: a size in even pixels and the highest bit rate it may take.
 *
 * @param name {@code 720p}: the shorter side as viewers know it
 */
public record Rendition(String name, int width, int height, int shortSide, long maxBitrate) {

    public Rendition {
        if (width < 2 || height < 2 || width % 2 != 0 || height % 2 != 0) {
            throw new IllegalArgumentException("A rendition has even sides of at least 2 pixels");
        }
    }

    public long pixels() {
        return (long) width * height;
    }
}
