package dev.vireo.gateway.catalog;

/**
 * A video and what the caller may do with it.
 *
 * @param video the video
 * @param mayEdit the caller owns it or administers the instance
 */
public record VideoAnswer(VideoView video, boolean mayEdit) {}
