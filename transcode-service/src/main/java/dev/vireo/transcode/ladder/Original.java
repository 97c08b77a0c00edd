package dev.vireo.transcode.ladder;

/**
 * The pictures of a source as they are coded, before anything is done to them.
 *
 * @param plain displayed as they are coded: square pixels, neither turned nor cropped
 * @param bitrate bits per second; 0 when unknown
 * @param frameRate rate on which all time stamps lie; 0 when unknown
 */
public record Original(
        String codec,
        String profile,
        String pixelFormat,
        String fieldOrder,
        boolean plain,
        int width,
        int height,
        long bitrate,
        double frameRate) {}
