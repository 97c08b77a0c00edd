/** Tests of the whole service, and what they stand on. */
@NullMarked
package dev.vireo.upload;

import org.jspecify.annotations.NullMarked;
