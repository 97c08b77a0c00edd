package dev.vireo.upload.video;

import java.time.Instant;

/**
 * Captions of a video in one language, as everybody hears of them.
 *
 * @param language BCP 47
 * @param file name of the WebVTT file: other words, another name
 * @param updatedAt last change
 */
public record VideoCaption(String language, String file, Instant updatedAt) {}
