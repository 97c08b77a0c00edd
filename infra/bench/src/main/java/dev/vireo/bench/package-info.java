/** Measures the running platform. Each figure is a ratio to a baseline that was measured in the same run. */
@NullMarked
package dev.vireo.bench;

import org.jspecify.annotations.NullMarked;
