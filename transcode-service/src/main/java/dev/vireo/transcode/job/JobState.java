package dev.vireo.transcode.job;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/** States of a job and the steps between them. */
public enum JobState {
    /** Waiting to be probed. */
    QUEUED,
    /** Chunks are being encoded. */
    ENCODING,
    /** Files and playlists are being assembled. */
    PACKAGING,
    /** Done. */
    COMPLETED,
    /** Given up. */
    FAILED,
    /** The video was deleted, or a newer version was asked for. */
    CANCELLED;

    private static final Map<JobState, Set<JobState>> NEXT = Map.of(
            QUEUED, EnumSet.of(ENCODING, FAILED, CANCELLED),
            ENCODING, EnumSet.of(PACKAGING, FAILED, CANCELLED),
            PACKAGING, EnumSet.of(ENCODING, COMPLETED, FAILED, CANCELLED),
            COMPLETED, EnumSet.noneOf(JobState.class),
            FAILED, EnumSet.noneOf(JobState.class),
            CANCELLED, EnumSet.noneOf(JobState.class));

    /** Nothing follows any more. */
    public boolean terminal() {
        return next().isEmpty();
    }

    /** True when {@code state} may follow. */
    public boolean mayBecome(JobState state) {
        return next().contains(state);
    }

    private Set<JobState> next() {
        return NEXT.getOrDefault(this, Set.of());
    }
}
