/** Examples for the tests of the house rules. */
@NullMarked
package dev.vireo.example.bad;

import org.jspecify.annotations.NullMarked;
