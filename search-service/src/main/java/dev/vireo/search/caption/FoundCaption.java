package dev.vireo.search.caption;

/**
 * Words that are spoken in a video.
 *
 * @param language BCP 47
 * @param startSeconds when they begin
 * @param html with those that were found in {@code <em>}, escaped otherwise
 */
public record FoundCaption(String language, int startSeconds, String html) {}
