package dev.vireo.upload.video;

/**
 * What others count of a video; it follows their facts, without a new revision.
 *
 * @param views how often it was watched
 * @param comments how many everybody may read
 */
record VideoCounts(long views, long comments) {
    static final VideoCounts NONE = new VideoCounts(0, 0);
}
