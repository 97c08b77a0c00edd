package dev.vireo.upload.video;

/**
 * How many comments a video has.
 *
 * @param revision an older one never wins over a newer one
 * @param comments that everybody may read
 */
record CommentCount(long revision, long comments) {
    static CommentCount newer(CommentCount one, CommentCount other) {
        return other.revision > one.revision ? other : one;
    }
}
