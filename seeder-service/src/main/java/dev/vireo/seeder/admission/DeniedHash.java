package dev.vireo.seeder.admission;

import java.time.Instant;

/**
 * A hash that is refused.
 *
 * @param reason what the operator wrote
 * @param operator who it was
 */
public record DeniedHash(TrackedHash hash, String reason, String operator, Instant deniedAt) {}
