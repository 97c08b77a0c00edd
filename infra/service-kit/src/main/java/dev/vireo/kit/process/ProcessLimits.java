package dev.vireo.kit.process;

import java.time.Duration;
import org.springframework.util.unit.DataSize;

/**
 * What a child may use.
 *
 * @param wallTime after this it is killed
 * @param memory address space of each of its processes
 * @param fileSize largest file it may write
 */
public record ProcessLimits(Duration wallTime, DataSize memory, DataSize fileSize) {}
