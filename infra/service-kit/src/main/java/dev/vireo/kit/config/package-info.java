/** Start-up checks of the configuration. */
@NullMarked
package dev.vireo.kit.config;

import org.jspecify.annotations.NullMarked;
