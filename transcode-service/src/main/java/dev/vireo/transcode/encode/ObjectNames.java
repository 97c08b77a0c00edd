package dev.vireo.transcode.encode;

import dev.vireo.transcode.job.TranscodePlan;
import dev.vireo.transcode.job.VideoPlan;
import dev.vireo.transcode.job.VideoVersion;

/**
 * Names of objects. Caches keep an object for ever by its name, so a name never gets other bytes: objects of a version
 * in work are named by their content, whichever attempt of which task made them; published files are named by the one
 * thing that can make them differ, which is whether the largest rendition was copied at first and then encoded.
 *
 * @param stem begins the names of files
 * @param mark tells the second package of a version from the first
 */
record ObjectNames(String stem, String mark) {

    private static final int DIGITS = 16;
    private static final String ENCODED = "-encoded";

    static ObjectNames of(VideoVersion video, TranscodePlan plan) {
        VideoPlan pictures = plan.video();
        String mark = pictures != null && pictures.copyAbandoned() ? ENCODED : "";
        return new ObjectNames(video.videoId() + mark, mark);
    }

    static String segment(int number, String sha256) {
        return number + "-" + sha256.substring(0, DIGITS) + HlsOutput.SUFFIX;
    }

    static String init(String sha256) {
        return "init-" + sha256.substring(0, DIGITS) + ".mp4";
    }

    String multivariant() {
        return "master" + mark + ".m3u8";
    }

    String digests() {
        return "segments-sha256" + mark + ".json";
    }

    String file(String label) {
        return stem + "-" + label + "-fragmented.mp4";
    }

    String playlist(String label) {
        return stem + "-" + label + ".m3u8";
    }

    String poster() {
        return stem + "-poster.jpg";
    }

    String thumbnail() {
        return stem + "-thumbnail.jpg";
    }
}
