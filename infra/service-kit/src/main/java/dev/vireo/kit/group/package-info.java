/** Consumer groups that come and go while an application runs, and where they stand. */
@NullMarked
package dev.vireo.kit.group;

import org.jspecify.annotations.NullMarked;
