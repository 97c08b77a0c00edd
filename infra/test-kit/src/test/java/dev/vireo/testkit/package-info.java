/** Tests of the test kit. */
@NullMarked
package dev.vireo.testkit;

import org.jspecify.annotations.NullMarked;
