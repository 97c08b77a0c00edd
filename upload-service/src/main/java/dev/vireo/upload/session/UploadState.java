package dev.vireo.upload.session;

import java.util.Map;
import java.util.Set;

/** States of an upload. */
enum UploadState {
    /** Takes bytes, or waits for its completion when all are there. */
    OPEN,
    /** The video exists; the row stays a while for clients that missed the last answer. */
    COMPLETED,
    /** Given up, refused or expired; its objects are being removed, then the row. */
    ENDING;

    static final Map<UploadState, Set<UploadState>> NEXT =
            Map.of(OPEN, Set.of(COMPLETED, ENDING), COMPLETED, Set.of(), ENDING, Set.of());
}
