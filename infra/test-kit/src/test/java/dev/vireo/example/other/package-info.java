/** Examples for the tests of the house rules. */
@NullMarked
package dev.vireo.example.other;

import org.jspecify.annotations.NullMarked;
