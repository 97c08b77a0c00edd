package dev.vireo.transcode.job;

import java.util.UUID;

/**
 * A task as its worker holds it.
 *
 * @param attempt fences: reports of an older attempt are refused
 */
public record Task(UUID id, VideoVersion video, TaskKind kind, int chunk, int attempt) {}
