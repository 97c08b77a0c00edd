package dev.vireo.transcode.job;

import dev.vireo.transcode.packaging.Bandwidth;
import java.util.HexFormat;

/**
 * The file of one rendition.
 *
 * @param frameRate frames per second; 0 for audio
 * @param sha256 of the whole file, lower-case hexadecimal
 */
public record PackagedFile(
        String name,
        FileNames names,
        int width,
        int height,
        double frameRate,
        String codecs,
        Bandwidth bandwidth,
        long size,
        String sha256,
        int segments) {

    /** The rendition's file and its playlist. */
    public record FileNames(String file, String playlist) {}

    byte[] digest() {
        return HexFormat.of().parseHex(sha256);
    }

    boolean audio() {
        return name.equals(TranscodePlan.AUDIO);
    }
}
