package dev.vireo.upload.video;

/** What goes with a video when it is deleted; the capability of captions knows. */
public interface VideoContents {
    /** Removes everything of the video, as it is after its deletion, within the present transaction. */
    void removeAllOf(CaptionedVideo deleted);
}
