package dev.vireo.transcode.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.vireo.testkit.StateDiagram;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class JobStateTest {

    @ParameterizedTest
    @EnumSource
    void stepsAreThoseOfTheTable(JobState from) {
        Set<JobState> next =
                Stream.of(JobState.values()).filter(from::mayBecome).collect(Collectors.toSet());
        Set<JobState> expected = switch (from) {
            case QUEUED -> Set.of(JobState.ENCODING, JobState.FAILED, JobState.CANCELLED);
            case ENCODING -> Set.of(JobState.PACKAGING, JobState.FAILED, JobState.CANCELLED);
            case PACKAGING -> Set.of(JobState.ENCODING, JobState.COMPLETED, JobState.FAILED, JobState.CANCELLED);
            case COMPLETED, FAILED, CANCELLED -> Set.of();
        };
        assertThat(next).isEqualTo(expected);
        assertThat(from.terminal()).isEqualTo(expected.isEmpty());
    }

    @Test
    void theDiagramShowsTheTable() {
        Map<JobState, Set<JobState>> next = Stream.of(JobState.values())
                .collect(Collectors.toMap(
                        from -> from,
                        from -> Stream.of(JobState.values())
                                .filter(from::mayBecome)
                                .collect(Collectors.toSet())));
        StateDiagram.check("a job", JobState.values(), next);
    }
}
