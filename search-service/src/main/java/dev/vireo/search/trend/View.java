package dev.vireo.search.trend;

import java.time.Duration;
import java.util.UUID;

/**
 * A viewer is at a place in a video.
 *
 * @param instance where
 * @param video which one
 * @param viewer the viewer's name of that day, 16 bytes
 * @param position in the video
 * @param length of the video; zero when it is not known
 * @param jumped what lies before the position was not watched
 */
record View(String instance, UUID video, byte[] viewer, Duration position, Duration length, boolean jumped) {}
