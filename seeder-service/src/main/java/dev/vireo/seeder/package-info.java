/** The seeder service: published videos become torrents that the platform seeds. */
@NullMarked
package dev.vireo.seeder;

import org.jspecify.annotations.NullMarked;
