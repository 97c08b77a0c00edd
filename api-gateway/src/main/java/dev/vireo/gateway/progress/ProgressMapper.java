package dev.vireo.gateway.progress;

import dev.vireo.contracts.transcode.v1.JobState;
import dev.vireo.contracts.transcode.v1.Progress;
import java.time.Instant;

/** Progress from the contract to ours. */
final class ProgressMapper {
    private static final double NANOS = 1e9;

    private ProgressMapper() {}

    static ProgressView view(Progress progress) {
        return new ProgressView(
                progress.getVideoId(),
                progress.getVersion(),
                stage(progress.getState()),
                progress.getFraction(),
                progress.getPlayable(),
                new ProgressView.Failure(
                        progress.getFailureReason(), progress.getFailureCode(), progress.getRetryable()),
                progress.getDuration().getSeconds() + progress.getDuration().getNanos() / NANOS,
                progress.getRenditionsList().stream()
                        .map(rendition -> new ProgressView.Rendition(
                                rendition.getName(), rendition.getSegmentsDone(), rendition.getSegmentsTotal()))
                        .toList(),
                Instant.ofEpochSecond(
                        progress.getUpdatedAt().getSeconds(),
                        progress.getUpdatedAt().getNanos()));
    }

    private static ProgressView.Stage stage(JobState state) {
        return switch (state) {
            case JOB_STATE_ENCODING -> ProgressView.Stage.ENCODING;
            case JOB_STATE_PACKAGING -> ProgressView.Stage.PACKAGING;
            case JOB_STATE_COMPLETED -> ProgressView.Stage.COMPLETED;
            case JOB_STATE_FAILED -> ProgressView.Stage.FAILED;
            case JOB_STATE_CANCELLED -> ProgressView.Stage.CANCELLED;
            case JOB_STATE_QUEUED, JOB_STATE_UNSPECIFIED, UNRECOGNIZED -> ProgressView.Stage.QUEUED;
        };
    }
}
